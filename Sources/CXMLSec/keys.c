#include "internal.h"

#include <limits.h>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/err.h>
#include <openssl/param_build.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <stdlib.h>
#include <string.h>

/* What the passphrase callback works with. */
typedef struct {
    const uint8_t *bytes;
    size_t count;
    int was_asked;
} passphrase_source;

static int answer_passphrase(char *buffer, int size, int is_writing, void *context) {
    passphrase_source *source = context;
    source->was_asked = 1;
    if (is_writing || source->bytes == NULL || size < 0 || source->count > (size_t)size) return -1;
    memcpy(buffer, source->bytes, source->count);
    return (int)source->count;
}

void signing_bytes_free(signing_bytes bytes) { free(bytes.data); }

signing_bytes signing_copy(const void *bytes, size_t count) {
    signing_bytes result = {malloc(count > 0 ? count : 1), count};
    if (result.data == NULL) return (signing_bytes){NULL, 0};
    if (count > 0) memcpy(result.data, bytes, count);
    return result;
}

BIO *signing_reader(const uint8_t *bytes, size_t count) {
    return bytes == NULL || count > INT_MAX ? NULL : BIO_new_mem_buf(bytes, (int)count);
}

signing_bytes signing_written(BIO *bio) {
    char *data = NULL;
    long count = bio == NULL ? -1 : BIO_get_mem_data(bio, &data);
    signing_bytes result = count < 0 ? (signing_bytes){NULL, 0} : signing_copy(data, (size_t)count);
    BIO_free(bio);
    return result;
}

signing_key *signing_key_adopt(EVP_PKEY *pkey) {
    if (pkey == NULL) return NULL;
    signing_key *key = calloc(1, sizeof *key);
    if (key == NULL) {
        EVP_PKEY_free(pkey);
    } else {
        key->pkey = pkey;
    }
    return key;
}

void signing_key_free(signing_key *key) {
    if (key == NULL) return;
    EVP_PKEY_free(key->pkey);
    free(key);
}

signing_key *signing_private_key(
    const uint8_t *bytes, size_t count, const uint8_t *passphrase, size_t passphrase_count, signing_key_status *status
) {
    passphrase_source source = {passphrase, passphrase_count, 0};
    EVP_PKEY *pkey = NULL;
    BIO *bio = signing_reader(bytes, count);
    if (bio != NULL) {
        pkey = PEM_read_bio_PrivateKey(bio, NULL, answer_passphrase, &source);
        if (pkey == NULL && !source.was_asked && BIO_reset(bio) > 0) pkey = d2i_PrivateKey_bio(bio, NULL);
        if (pkey == NULL && !source.was_asked && BIO_reset(bio) > 0) {
            pkey = d2i_PKCS8PrivateKey_bio(bio, NULL, answer_passphrase, &source);
        }
    }
    BIO_free(bio);
    ERR_clear_error();
    *status = pkey != NULL          ? SIGNING_KEY_READ
              : !source.was_asked   ? SIGNING_KEY_NONE
              : passphrase == NULL  ? SIGNING_KEY_LOCKED
                                    : SIGNING_KEY_WRONG_PASSPHRASE;
    return signing_key_adopt(pkey);
}

signing_key *signing_public_key(const uint8_t *bytes, size_t count) {
    passphrase_source none = {NULL, 0, 0};
    BIO *bio = signing_reader(bytes, count);
    EVP_PKEY *pkey = bio == NULL ? NULL : PEM_read_bio_PUBKEY(bio, NULL, answer_passphrase, &none);
    BIO_free(bio);
    ERR_clear_error();
    return signing_key_adopt(pkey);
}

static EVP_PKEY *pkey_of(const char *type, OSSL_PARAM_BLD *builder) {
    EVP_PKEY *pkey = NULL;
    OSSL_PARAM *parameters = OSSL_PARAM_BLD_to_param(builder);
    EVP_PKEY_CTX *context = EVP_PKEY_CTX_new_from_name(NULL, type, NULL);
    if (parameters == NULL || context == NULL || EVP_PKEY_fromdata_init(context) <= 0
        || EVP_PKEY_fromdata(context, &pkey, EVP_PKEY_PUBLIC_KEY, parameters) <= 0) {
        pkey = NULL;
    }
    EVP_PKEY_CTX_free(context);
    OSSL_PARAM_free(parameters);
    return pkey;
}

static EVP_PKEY *p256_of(const uint8_t *x, size_t x_count, const uint8_t *y, size_t y_count) {
    uint8_t point[65] = {POINT_CONVERSION_UNCOMPRESSED};
    if (x_count != 32 || y_count != 32) return NULL;
    memcpy(point + 1, x, 32);
    memcpy(point + 33, y, 32);
    OSSL_PARAM_BLD *builder = OSSL_PARAM_BLD_new();
    EVP_PKEY *pkey = NULL;
    if (builder != NULL && OSSL_PARAM_BLD_push_utf8_string(builder, OSSL_PKEY_PARAM_GROUP_NAME, "prime256v1", 0)
        && OSSL_PARAM_BLD_push_octet_string(builder, OSSL_PKEY_PARAM_PUB_KEY, point, sizeof point)) {
        pkey = pkey_of("EC", builder);
    }
    OSSL_PARAM_BLD_free(builder);
    return pkey;
}

static EVP_PKEY *rsa_of(const uint8_t *modulus, size_t modulus_count, const uint8_t *exponent, size_t exponent_count) {
    /* The longest modulus OpenSSL verifies with has 16,384 bits. */
    if (modulus_count > 2048 || exponent_count > 8) return NULL;
    BIGNUM *n = BN_bin2bn(modulus, (int)modulus_count, NULL);
    BIGNUM *e = BN_bin2bn(exponent, (int)exponent_count, NULL);
    OSSL_PARAM_BLD *builder = OSSL_PARAM_BLD_new();
    EVP_PKEY *pkey = NULL;
    if (n != NULL && e != NULL && builder != NULL && OSSL_PARAM_BLD_push_BN(builder, OSSL_PKEY_PARAM_RSA_N, n)
        && OSSL_PARAM_BLD_push_BN(builder, OSSL_PKEY_PARAM_RSA_E, e)) {
        pkey = pkey_of("RSA", builder);
    }
    OSSL_PARAM_BLD_free(builder);
    BN_free(e);
    BN_free(n);
    return pkey;
}

signing_key *signing_key_of_numbers(
    signing_key_kind kind, const uint8_t *first, size_t first_count, const uint8_t *second, size_t second_count
) {
    EVP_PKEY *pkey = NULL;
    if (kind == SIGNING_KEY_P256) pkey = p256_of(first, first_count, second, second_count);
    if (kind == SIGNING_KEY_RSA) pkey = rsa_of(first, first_count, second, second_count);
    ERR_clear_error();
    return signing_key_adopt(pkey);
}

signing_key_kind signing_key_kind_of(const signing_key *key) {
    if (EVP_PKEY_is_a(key->pkey, "RSA")) return SIGNING_KEY_RSA;
    char group[64] = "";
    if (EVP_PKEY_is_a(key->pkey, "EC") && EVP_PKEY_get_group_name(key->pkey, group, sizeof group, NULL)
        && strcmp(group, "prime256v1") == 0) {
        return SIGNING_KEY_P256;
    }
    return SIGNING_KEY_OTHER;
}

int signing_key_bits(const signing_key *key) { return EVP_PKEY_get_bits(key->pkey); }

int signing_key_equal(const signing_key *left, const signing_key *right) {
    int result = EVP_PKEY_eq(left->pkey, right->pkey) == 1;
    ERR_clear_error();
    return result;
}

signing_bytes signing_key_number(const signing_key *key, int index) {
    signing_key_kind kind = signing_key_kind_of(key);
    const char *p256[] = {OSSL_PKEY_PARAM_EC_PUB_X, OSSL_PKEY_PARAM_EC_PUB_Y};
    const char *rsa[] = {OSSL_PKEY_PARAM_RSA_N, OSSL_PKEY_PARAM_RSA_E};
    signing_bytes result = {NULL, 0};
    BIGNUM *number = NULL;
    if (kind == SIGNING_KEY_OTHER || index < 0 || index > 1) return result;
    if (!EVP_PKEY_get_bn_param(key->pkey, kind == SIGNING_KEY_P256 ? p256[index] : rsa[index], &number)) return result;
    result.count = kind == SIGNING_KEY_P256 ? 32 : (size_t)BN_num_bytes(number);
    result.data = malloc(result.count + 1);
    if (result.data == NULL || BN_bn2binpad(number, result.data, (int)result.count) < 0) {
        free(result.data);
        result = (signing_bytes){NULL, 0};
    }
    BN_free(number);
    return result;
}

signing_bytes signing_key_information(const signing_key *key) {
    BIO *bio = BIO_new(BIO_s_mem());
    if (bio != NULL) i2d_PUBKEY_bio(bio, key->pkey);
    return signing_written(bio);
}
