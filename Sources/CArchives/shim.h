#pragma once
#include <zip.h>
#include <zlib.h>

/* zlib hides the call behind a macro. 15 + 16: the largest window, and gzip headers only. */
static inline int archives_start_gunzip(z_stream *stream) { return inflateInit2(stream, 15 + 16); }
