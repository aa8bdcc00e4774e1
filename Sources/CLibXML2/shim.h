#pragma once
/* ICU's types would clash with those of Foundation; libxml2's tree and parser do not need them here. */
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlIO.h>
#include <libxml/xmlsave.h>
#include <libxml/xmlschemas.h>
#include <libxslt/security.h>
#include <libxslt/transform.h>
#include <libxslt/variables.h>
#include <libxslt/xslt.h>
#include <libxslt/xsltInternals.h>
#include <libxslt/xsltutils.h>
#include <stdarg.h>
#include <stdio.h>

/* libxslt reports through printf-like functions, which Swift cannot define: this one formats and hands the text on. */
typedef struct {
    void *owner;
    void (*append)(void *owner, const char *text);
} layeraudit_message_sink;

static void layeraudit_format_message(void *context, const char *format, ...) {
    layeraudit_message_sink *sink = (layeraudit_message_sink *)context;
    if (sink == NULL || sink->append == NULL) return;
    char text[4096];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    sink->append(sink->owner, text);
}

static inline xmlGenericErrorFunc layeraudit_message_function(void) { return layeraudit_format_message; }

/* xmlFree is a global variable, which Swift's concurrency checking refuses. */
static inline void layeraudit_xml_free(void *memory) { xmlFree(memory); }

/* Nothing outside the bytes that were handed over is ever loaded. */
static xmlParserInputPtr layeraudit_load_nothing(const char *url, const char *identifier, xmlParserCtxtPtr context) {
    (void)url;
    (void)identifier;
    (void)context;
    return NULL;
}

static inline void layeraudit_refuse_external_entities(void) { xmlSetExternalEntityLoader(layeraudit_load_nothing); }

/* The thread's current handler of structured errors, so that it can be put back. */
static inline xmlStructuredErrorFunc layeraudit_structured_error(void) { return xmlStructuredError; }
static inline void *layeraudit_structured_error_context(void) { return xmlStructuredErrorContext; }

/* The thread's current handler of plain messages (XPath's evaluator uses it). */
static inline xmlGenericErrorFunc layeraudit_generic_error(void) { return xmlGenericError; }
static inline void *layeraudit_generic_error_context(void) { return xmlGenericErrorContext; }
