#include "internal.h"

#include <openssl/err.h>
#include <stdlib.h>

struct signing_digest {
    EVP_MD_CTX *context;
};

signing_bytes signing_key_sign(const signing_key *key, const uint8_t *bytes, size_t count) {
    signing_bytes result = {NULL, 0};
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    if (context != NULL && EVP_DigestSignInit(context, NULL, EVP_sha256(), NULL, key->pkey) == 1
        && EVP_DigestSign(context, NULL, &result.count, bytes, count) == 1) {
        result.data = malloc(result.count + 1);
        if (result.data != NULL && EVP_DigestSign(context, result.data, &result.count, bytes, count) != 1) {
            free(result.data);
            result.data = NULL;
        }
    }
    EVP_MD_CTX_free(context);
    ERR_clear_error();
    if (result.data == NULL) result.count = 0;
    return result;
}

int signing_key_verify(
    const signing_key *key, const uint8_t *bytes, size_t count, const uint8_t *signature, size_t signature_count
) {
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    int holds = context != NULL && EVP_DigestVerifyInit(context, NULL, EVP_sha256(), NULL, key->pkey) == 1
        && EVP_DigestVerify(context, signature, signature_count, bytes, count) == 1;
    EVP_MD_CTX_free(context);
    ERR_clear_error();
    return holds;
}

signing_digest *signing_digest_begin(void) {
    signing_digest *digest = calloc(1, sizeof *digest);
    if (digest == NULL) return NULL;
    digest->context = EVP_MD_CTX_new();
    if (digest->context == NULL || EVP_DigestInit_ex(digest->context, EVP_sha256(), NULL) != 1) {
        EVP_MD_CTX_free(digest->context);
        free(digest);
        return NULL;
    }
    return digest;
}

int signing_digest_add(signing_digest *digest, const void *bytes, size_t count) {
    return count == 0 || EVP_DigestUpdate(digest->context, bytes, count) == 1;
}

int signing_digest_end(signing_digest *digest, uint8_t *result) {
    unsigned int count = 0;
    int is_done = EVP_DigestFinal_ex(digest->context, result, &count) == 1 && count == 32;
    EVP_MD_CTX_free(digest->context);
    free(digest);
    return is_done;
}
