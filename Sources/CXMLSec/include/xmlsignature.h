#pragma once
#include "keys.h"

typedef enum {
    SIGNING_XML_DONE = 0,
    /* Not well-formed, or out of memory. */
    SIGNING_XML_UNREADABLE = 1,
    /* The last element of the root is no ds:Signature. */
    SIGNING_XML_NO_SIGNATURE = 2,
    /* There are comments, which a signature does not cover, or a DOCTYPE. */
    SIGNING_XML_UNCOVERED = 3,
    /* xmlsec could not do it. */
    SIGNING_XML_FAILED = 4
} signing_xml_status;

/* Fills in the ds:Signature template that ends the root element. The texts of DigestValue and SignatureValue are the
   result; the document itself is not written again. What xmlsec says goes to reason, of at least 256 bytes. */
signing_xml_status signing_xml_sign(
    const uint8_t *bytes, size_t count, const signing_key *key, signing_bytes *digest, signing_bytes *signature,
    char *reason
);

/* What holds of a signature. */
typedef struct {
    /* The document has the digest that the signature names. */
    int digest;
    /* The signature value is of this key over SignedInfo. */
    int value;
} signing_xml_result;

/* Verifies the ds:Signature that ends the root element with this key alone: KeyInfo is not read, nothing is loaded, and
   only one enveloped, exclusively canonicalised SHA-256 reference to the whole document is computed. */
signing_xml_status signing_xml_verify(
    const uint8_t *bytes, size_t count, const signing_key *key, signing_xml_result *result, char *reason
);
