#pragma once
#include "include/keys.h"

#include <openssl/bio.h>
#include <openssl/evp.h>

struct signing_key {
    EVP_PKEY *pkey;
};

/* Takes the key over; NULL for NULL. */
signing_key *signing_key_adopt(EVP_PKEY *pkey);

/* Memory to read from; NULL where there is too much of it. */
BIO *signing_reader(const uint8_t *bytes, size_t count);

/* What was written into memory; frees the BIO. */
signing_bytes signing_written(BIO *bio);

/* A copy. */
signing_bytes signing_copy(const void *bytes, size_t count);
