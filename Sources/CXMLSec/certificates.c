#define _GNU_SOURCE
#include "include/certificates.h"

#include "internal.h"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

struct signing_certificates {
    STACK_OF(X509) *stack;
};

/* A file of more is no chain and no list of authorities that anybody meant. */
enum { LARGEST_CHAIN = 1000 };

signing_certificates *signing_certificates_none(void) {
    signing_certificates *certificates = calloc(1, sizeof *certificates);
    if (certificates == NULL) return NULL;
    certificates->stack = sk_X509_new_null();
    if (certificates->stack == NULL) {
        free(certificates);
        return NULL;
    }
    return certificates;
}

void signing_certificates_free(signing_certificates *certificates) {
    if (certificates == NULL) return;
    sk_X509_pop_free(certificates->stack, X509_free);
    free(certificates);
}

static int push(signing_certificates *certificates, X509 *certificate) {
    if (certificate == NULL) return 0;
    if (sk_X509_num(certificates->stack) < LARGEST_CHAIN && sk_X509_push(certificates->stack, certificate) > 0) return 1;
    X509_free(certificate);
    return 0;
}

int signing_certificates_append(signing_certificates *certificates, const uint8_t *bytes, size_t count) {
    const unsigned char *next = bytes;
    X509 *certificate = count > LONG_MAX ? NULL : d2i_X509(NULL, &next, (long)count);
    if (certificate != NULL && next != bytes + count) {
        X509_free(certificate);
        certificate = NULL;
    }
    ERR_clear_error();
    return push(certificates, certificate);
}

static int no_passphrase(char *buffer, int size, int is_writing, void *context) {
    (void)buffer;
    (void)size;
    (void)is_writing;
    (void)context;
    return -1;
}

signing_certificates *signing_certificates_read(const uint8_t *bytes, size_t count) {
    signing_certificates *certificates = signing_certificates_none();
    BIO *bio = signing_reader(bytes, count);
    int is_good = certificates != NULL && bio != NULL;
    while (is_good) {
        X509 *certificate = PEM_read_bio_X509(bio, NULL, no_passphrase, NULL);
        if (certificate == NULL) {
            is_good = ERR_GET_REASON(ERR_peek_last_error()) == PEM_R_NO_START_LINE;
            break;
        }
        is_good = push(certificates, certificate);
    }
    BIO_free(bio);
    ERR_clear_error();
    if (is_good && sk_X509_num(certificates->stack) > 0) return certificates;
    signing_certificates_free(certificates);
    return NULL;
}

int signing_certificates_count(const signing_certificates *certificates) { return sk_X509_num(certificates->stack); }

signing_bytes signing_certificate(const signing_certificates *certificates, int index) {
    X509 *certificate = sk_X509_value(certificates->stack, index);
    BIO *bio = certificate == NULL ? NULL : BIO_new(BIO_s_mem());
    if (bio != NULL) i2d_X509_bio(bio, certificate);
    return signing_written(bio);
}

signing_key *signing_certificate_key(const signing_certificates *certificates, int index) {
    X509 *certificate = sk_X509_value(certificates->stack, index);
    EVP_PKEY *pkey = certificate == NULL ? NULL : X509_get_pubkey(certificate);
    ERR_clear_error();
    return signing_key_adopt(pkey);
}

signing_bytes signing_certificate_subject(const signing_certificates *certificates, int index) {
    X509 *certificate = sk_X509_value(certificates->stack, index);
    BIO *bio = certificate == NULL ? NULL : BIO_new(BIO_s_mem());
    unsigned long flags = (XN_FLAG_RFC2253 & ~ASN1_STRFLGS_ESC_MSB) | ASN1_STRFLGS_UTF8_CONVERT;
    if (bio != NULL) X509_NAME_print_ex(bio, X509_get_subject_name(certificate), 0, flags);
    return signing_written(bio);
}

int64_t signing_certificate_time(const signing_certificates *certificates, int index, int end) {
    X509 *certificate = sk_X509_value(certificates->stack, index);
    struct tm parts = {0};
    if (certificate == NULL) return 0;
    const ASN1_TIME *time = end ? X509_get0_notAfter(certificate) : X509_get0_notBefore(certificate);
    return ASN1_TIME_to_tm(time, &parts) == 1 ? (int64_t)timegm(&parts) : 0;
}

int signing_certificate_may_sign(const signing_certificates *certificates, int index) {
    X509 *certificate = sk_X509_value(certificates->stack, index);
    return certificate != NULL && (X509_get_key_usage(certificate) & KU_DIGITAL_SIGNATURE) != 0;
}

static signing_chain chain_of(int error) {
    switch (error) {
    case X509_V_OK: return SIGNING_CHAIN_HOLDS;
    case X509_V_ERR_CERT_HAS_EXPIRED: return SIGNING_CHAIN_EXPIRED;
    case X509_V_ERR_CERT_NOT_YET_VALID: return SIGNING_CHAIN_NOT_YET_VALID;
    default: return SIGNING_CHAIN_UNTRUSTED;
    }
}

signing_chain signing_certificates_chain(
    const signing_certificates *certificates, const signing_certificates *trusted, int64_t time, char *reason
) {
    signing_chain result = SIGNING_CHAIN_UNTRUSTED;
    X509_STORE *store = X509_STORE_new();
    X509_STORE_CTX *context = X509_STORE_CTX_new();
    snprintf(reason, 256, "there is not enough memory");
    int is_ready = store != NULL && context != NULL;
    for (int index = 0; is_ready && index < sk_X509_num(trusted->stack); index++) {
        is_ready = X509_STORE_add_cert(store, sk_X509_value(trusted->stack, index));
    }
    X509 *first = sk_X509_value(certificates->stack, 0);
    if (is_ready && X509_STORE_CTX_init(context, store, first, certificates->stack)) {
        X509_VERIFY_PARAM *rules = X509_STORE_CTX_get0_param(context);
        X509_VERIFY_PARAM_set_time(rules, (time_t)time);
        /* 112 bits: RSA of 2,048 bits and more, no SHA-1. */
        X509_VERIFY_PARAM_set_auth_level(rules, 2);
        X509_VERIFY_PARAM_set_depth(rules, 10);
        int holds = X509_verify_cert(context) == 1;
        int error = X509_STORE_CTX_get_error(context);
        result = holds ? SIGNING_CHAIN_HOLDS : error == X509_V_OK ? SIGNING_CHAIN_UNTRUSTED : chain_of(error);
        snprintf(
            reason, 256, "%s, certificate %d of the chain", X509_verify_cert_error_string(error),
            X509_STORE_CTX_get_error_depth(context) + 1
        );
    }
    X509_STORE_CTX_free(context);
    X509_STORE_free(store);
    ERR_clear_error();
    return result;
}
