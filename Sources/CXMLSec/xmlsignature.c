#include "include/xmlsignature.h"

#include "internal.h"
#include "libxmlsec.h"

#include <limits.h>
#include <openssl/err.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static pthread_once_t once = PTHREAD_ONCE_INIT;
static int is_ready = 0;

/* Where this thread's first message of xmlsec goes; NULL: nowhere. */
static _Thread_local char *message = NULL;

static void note(
    const char *file, int line, const char *function, const char *object, const char *subject, int reason,
    const char *text
) {
    (void)file;
    (void)line;
    (void)object;
    if (message == NULL || message[0] != 0) return;
    snprintf(message, 256, "%s: %s (%d) %s", function, subject ? subject : "", reason, text ? text : "");
}

/* libxml2's own messages would go to the standard error: what went wrong is in the result. */
static void ignore(void *context, xmlErrorPtr error) {
    (void)context;
    (void)error;
}

/* This thread's handler of libxml2's messages, to be put back. */
typedef struct {
    xmlStructuredErrorFunc function;
    void *context;
} handler;

static handler be_silent(char *reason) {
    handler former = {xmlStructuredError, xmlStructuredErrorContext};
    reason[0] = 0;
    message = reason;
    xmlSetStructuredErrorFunc(NULL, ignore);
    return former;
}

static void be_as_before(handler former) {
    message = NULL;
    xmlSetStructuredErrorFunc(former.context, former.function);
    ERR_clear_error();
}

static void prepare(void) {
    xmlInitParser();
    is_ready = xmlSecInit() >= 0 && xmlSecOpenSSLInit() >= 0;
    /* Every input comes from memory: not even a file beside the report is opened. */
    xmlSecIOCleanupCallbacks();
    xmlSecErrorsSetCallback(note);
}

/* Comments are left out of what is signed, so nobody could tell who wrote them. */
static int has_comments(const xmlNode *node) {
    const xmlNode *next = node;
    while (next != NULL) {
        if (next->type == XML_COMMENT_NODE) return 1;
        if (next->type == XML_ELEMENT_NODE && next->children != NULL) {
            next = next->children;
            continue;
        }
        while (next != NULL && next->next == NULL) {
            next = next->parent;
            if (next == NULL || next->type == XML_DOCUMENT_NODE) return 0;
        }
        if (next != NULL) next = next->next;
    }
    return 0;
}

static signing_xml_status open_document(const uint8_t *bytes, size_t count, xmlDocPtr *tree, xmlNodePtr *signature) {
    const int options = XML_PARSE_NONET | XML_PARSE_NODICT | XML_PARSE_HUGE | XML_PARSE_NOERROR | XML_PARSE_NOWARNING;
    pthread_once(&once, prepare);
    if (!is_ready || count > INT_MAX) return SIGNING_XML_UNREADABLE;
    *tree = xmlReadMemory((const char *)bytes, (int)count, NULL, NULL, options);
    xmlNodePtr root = *tree == NULL ? NULL : xmlDocGetRootElement(*tree);
    if (root == NULL) return SIGNING_XML_UNREADABLE;
    if (xmlGetIntSubset(*tree) != NULL || has_comments((*tree)->children)) return SIGNING_XML_UNCOVERED;
    *signature = xmlLastElementChild(root);
    if (*signature == NULL || !xmlSecCheckNodeName(*signature, xmlSecNodeSignature, xmlSecDSigNs)) {
        return SIGNING_XML_NO_SIGNATURE;
    }
    return SIGNING_XML_DONE;
}

static xmlSecTransformId method_of(const signing_key *key) {
    return signing_key_kind_of(key) == SIGNING_KEY_RSA ? xmlSecOpenSSLTransformRsaSha256GetKlass()
                                                       : xmlSecOpenSSLTransformEcdsaSha256GetKlass();
}

static xmlSecKeyPtr xmlsec_key(const signing_key *key) {
    EVP_PKEY *pkey = key->pkey;
    if (!EVP_PKEY_up_ref(pkey)) return NULL;
    xmlSecKeyDataPtr data = xmlSecOpenSSLEvpKeyAdopt(pkey);
    if (data == NULL) {
        EVP_PKEY_free(pkey);
        return NULL;
    }
    xmlSecKeyPtr result = xmlSecKeyCreate();
    if (result == NULL || xmlSecKeySetValue(result, data) < 0) {
        xmlSecKeyDataDestroy(data);
        if (result != NULL) xmlSecKeyDestroy(result);
        return NULL;
    }
    return result;
}

/* Whatever a document asks for, only this is computed. */
static int confine(xmlSecDSigCtxPtr context, const signing_key *key) {
    context->enabledReferenceUris = xmlSecTransformUriTypeEmpty;
    context->keyInfoReadCtx.retrievalMethodCtx.enabledUris = xmlSecTransformUriTypeNone;
    return xmlSecDSigCtxEnableReferenceTransform(context, xmlSecTransformEnvelopedGetKlass()) >= 0
        && xmlSecDSigCtxEnableReferenceTransform(context, xmlSecTransformExclC14NGetKlass()) >= 0
        && xmlSecDSigCtxEnableReferenceTransform(context, xmlSecOpenSSLTransformSha256GetKlass()) >= 0
        && xmlSecDSigCtxEnableSignatureTransform(context, xmlSecTransformExclC14NGetKlass()) >= 0
        && xmlSecDSigCtxEnableSignatureTransform(context, method_of(key)) >= 0;
}

static xmlSecDSigCtxPtr context_of(const signing_key *key) {
    xmlSecDSigCtxPtr context = xmlSecDSigCtxCreate(NULL);
    if (context == NULL) return NULL;
    context->signKey = xmlsec_key(key);
    if (context->signKey != NULL && confine(context, key)) return context;
    xmlSecDSigCtxDestroy(context);
    return NULL;
}

/* The text of the first element of this name below a node. */
static signing_bytes text_of(xmlNodePtr parent, const xmlChar *name) {
    xmlNodePtr node = xmlSecFindNode(parent, name, xmlSecDSigNs);
    xmlChar *content = node == NULL ? NULL : xmlNodeGetContent(node);
    if (content == NULL) return (signing_bytes){NULL, 0};
    signing_bytes result = signing_copy(content, strlen((const char *)content));
    xmlFree(content);
    return result;
}

signing_xml_status signing_xml_sign(
    const uint8_t *bytes, size_t count, const signing_key *key, signing_bytes *digest, signing_bytes *signature,
    char *reason
) {
    xmlDocPtr tree = NULL;
    xmlNodePtr node = NULL;
    handler former = be_silent(reason);
    signing_xml_status status = open_document(bytes, count, &tree, &node);
    if (status == SIGNING_XML_DONE) {
        xmlSecDSigCtxPtr context = context_of(key);
        if (context != NULL && xmlSecDSigCtxSign(context, node) >= 0
            && context->status == xmlSecDSigStatusSucceeded) {
            *digest = text_of(node, xmlSecNodeDigestValue);
            *signature = text_of(node, xmlSecNodeSignatureValue);
        }
        if (digest->data == NULL || signature->data == NULL) status = SIGNING_XML_FAILED;
        if (context != NULL) xmlSecDSigCtxDestroy(context);
    }
    xmlFreeDoc(tree);
    be_as_before(former);
    return status;
}

/* The digest first, as xmlsec does it: with a digest that does not match it never looks at the signature value. */
static int digest_matches(xmlSecDSigCtxPtr context) {
    if (xmlSecPtrListGetSize(&context->signedInfoReferences) != 1) return 0;
    xmlSecDSigReferenceCtxPtr reference = xmlSecPtrListGetItem(&context->signedInfoReferences, 0);
    return reference != NULL && reference->status == xmlSecDSigStatusSucceeded;
}

/* The signature value over SignedInfo alone, whatever became of the document that SignedInfo names. */
static int value_matches(xmlDocPtr tree, xmlNodePtr signature, const signing_key *key) {
    xmlNodePtr info = xmlSecFindChild(signature, xmlSecNodeSignedInfo, xmlSecDSigNs);
    xmlNodePtr value = xmlSecFindChild(signature, xmlSecNodeSignatureValue, xmlSecDSigNs);
    xmlSecTransformCtxPtr context = xmlSecTransformCtxCreate();
    xmlSecKeyPtr owned = xmlsec_key(key);
    xmlSecNodeSetPtr nodes = info == NULL ? NULL : xmlSecNodeSetGetChildren(tree, info, 0, 0);
    int holds = 0;
    if (value != NULL && context != NULL && owned != NULL && nodes != NULL
        && xmlSecTransformCtxCreateAndAppend(context, xmlSecTransformExclC14NGetKlass()) != NULL) {
        xmlSecTransformPtr method = xmlSecTransformCtxCreateAndAppend(context, method_of(key));
        if (method != NULL) {
            method->operation = xmlSecTransformOperationVerify;
            holds = xmlSecTransformSetKey(method, owned) >= 0 && xmlSecTransformCtxXmlExecute(context, nodes) >= 0
                && xmlSecTransformVerifyNodeContent(method, value, context) >= 0
                && method->status == xmlSecTransformStatusOk;
        }
    }
    if (nodes != NULL) xmlSecNodeSetDestroy(nodes);
    if (owned != NULL) xmlSecKeyDestroy(owned);
    if (context != NULL) xmlSecTransformCtxDestroy(context);
    return holds;
}

signing_xml_status signing_xml_verify(
    const uint8_t *bytes, size_t count, const signing_key *key, signing_xml_result *result, char *reason
) {
    xmlDocPtr tree = NULL;
    xmlNodePtr node = NULL;
    *result = (signing_xml_result){0, 0};
    handler former = be_silent(reason);
    signing_xml_status status = open_document(bytes, count, &tree, &node);
    if (status == SIGNING_XML_DONE) {
        xmlSecDSigCtxPtr context = context_of(key);
        /* xmlsec fails, rather than finds invalid, where a value is no base64 or not of this key's length. */
        int is_done = context != NULL && xmlSecDSigCtxVerify(context, node) >= 0;
        int holds = is_done && context->status == xmlSecDSigStatusSucceeded;
        if (context == NULL) status = SIGNING_XML_FAILED;
        result->digest = context != NULL && digest_matches(context);
        result->value = holds || (context != NULL && !result->digest && value_matches(tree, node, key));
        if (context != NULL) xmlSecDSigCtxDestroy(context);
    }
    xmlFreeDoc(tree);
    be_as_before(former);
    return status;
}
