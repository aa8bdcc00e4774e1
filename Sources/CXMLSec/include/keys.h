#pragma once
#include <stddef.h>
#include <stdint.h>

/* Bytes that the caller gives back with signing_bytes_free; data is NULL where there are none. */
typedef struct {
    uint8_t *data;
    size_t count;
} signing_bytes;

void signing_bytes_free(signing_bytes bytes);

/* A public or private key. */
typedef struct signing_key signing_key;

typedef enum { SIGNING_KEY_OTHER = 0, SIGNING_KEY_P256 = 1, SIGNING_KEY_RSA = 2 } signing_key_kind;

typedef enum {
    SIGNING_KEY_READ = 0,
    /* There is no key in the bytes. */
    SIGNING_KEY_NONE = 1,
    /* The key is encrypted, and no passphrase was given. */
    SIGNING_KEY_LOCKED = 2,
    /* The passphrase does not open the key. */
    SIGNING_KEY_WRONG_PASSPHRASE = 3
} signing_key_status;

/* Reads a private key: PEM (PKCS#8, encrypted or not, SEC 1, PKCS#1) or DER. Never asks anybody for a passphrase;
   passphrase is NULL for none. NULL, with the status that says why, where there is no key. */
signing_key *signing_private_key(
    const uint8_t *bytes, size_t count, const uint8_t *passphrase, size_t passphrase_count, signing_key_status *status
);

/* Reads a public key in PEM (SubjectPublicKeyInfo); NULL where there is none. */
signing_key *signing_public_key(const uint8_t *bytes, size_t count);

/* A public key of two numbers, big-endian: P-256's x and y, or RSA's modulus and exponent; NULL where they make none. */
signing_key *signing_key_of_numbers(
    signing_key_kind kind, const uint8_t *first, size_t first_count, const uint8_t *second, size_t second_count
);

void signing_key_free(signing_key *key);

signing_key_kind signing_key_kind_of(const signing_key *key);

/* Bits of the modulus or of the curve's field. */
int signing_key_bits(const signing_key *key);

/* 1 where the public parts are equal. */
int signing_key_equal(const signing_key *left, const signing_key *right);

/* The public numbers of a key, big-endian: index 0 x or modulus, 1 y or exponent. */
signing_bytes signing_key_number(const signing_key *key, int index);

/* SubjectPublicKeyInfo in DER. */
signing_bytes signing_key_information(const signing_key *key);

/* Signs bytes with SHA-256: ECDSA as a DER sequence, RSA as PKCS#1 v1.5. */
signing_bytes signing_key_sign(const signing_key *key, const uint8_t *bytes, size_t count);

/* 1 where the signature over the bytes holds. */
int signing_key_verify(
    const signing_key *key, const uint8_t *bytes, size_t count, const uint8_t *signature, size_t signature_count
);

/* A SHA-256 digest in the making. */
typedef struct signing_digest signing_digest;

signing_digest *signing_digest_begin(void);
int signing_digest_add(signing_digest *digest, const void *bytes, size_t count);

/* Writes 32 bytes and frees the digest; 0 where that failed. */
int signing_digest_end(signing_digest *digest, uint8_t *result);
