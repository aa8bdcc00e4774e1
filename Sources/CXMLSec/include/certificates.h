#pragma once
#include "keys.h"

/* X.509 certificates in order, the signer's first. */
typedef struct signing_certificates signing_certificates;

/* Reads every certificate of a PEM file; NULL where there is none or one is damaged. */
signing_certificates *signing_certificates_read(const uint8_t *bytes, size_t count);

/* No certificates yet. */
signing_certificates *signing_certificates_none(void);

/* Appends one certificate in DER; 0 where it is none. */
int signing_certificates_append(signing_certificates *certificates, const uint8_t *bytes, size_t count);

void signing_certificates_free(signing_certificates *certificates);

int signing_certificates_count(const signing_certificates *certificates);

/* A certificate in DER. */
signing_bytes signing_certificate(const signing_certificates *certificates, int index);

/* The public key of a certificate; NULL where it cannot be read. */
signing_key *signing_certificate_key(const signing_certificates *certificates, int index);

/* Whom a certificate names, as RFC 2253 writes names, in UTF-8. */
signing_bytes signing_certificate_subject(const signing_certificates *certificates, int index);

/* From when (end 0) or until when (end 1) a certificate is valid, in seconds since 1970; 0 where it does not say. */
int64_t signing_certificate_time(const signing_certificates *certificates, int index, int end);

/* 1 where a certificate may sign: it has no key usage, or one that holds digitalSignature. */
int signing_certificate_may_sign(const signing_certificates *certificates, int index);

typedef enum {
    SIGNING_CHAIN_HOLDS = 0,
    SIGNING_CHAIN_EXPIRED = 1,
    SIGNING_CHAIN_NOT_YET_VALID = 2,
    SIGNING_CHAIN_UNTRUSTED = 3
} signing_chain;

/* Follows the first certificate to one of the trusted ones, at a time in seconds since 1970; nothing is fetched. What
   OpenSSL says goes to reason, of at least 256 bytes. */
signing_chain signing_certificates_chain(
    const signing_certificates *certificates, const signing_certificates *trusted, int64_t time, char *reason
);
