#define _GNU_SOURCE
#include "child.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

/* What child and parent share: this, then the texts. */
typedef struct {
    uint64_t count;
    bool failed, too_large;
} header;

typedef struct {
    const rehearsal_text_source *source;
    header *shared;
} reading;

/* Puts the texts behind the header; false when they are too many. */
static bool hand_over(const rehearsal_text_source *source, char *const *texts, header *shared) {
    uint8_t *bytes = (uint8_t *)(shared + 1);
    uint64_t room = source->most;
    for (uint64_t index = 0; index < source->count; index++) {
        uint64_t length = texts[index] == NULL ? 0 : strlen(texts[index]);
        uint64_t said = texts[index] == NULL ? REHEARSAL_NO_TEXT : length;
        if (length > room) return false;
        memcpy(bytes, &said, sizeof said);
        if (length > 0) memcpy(bytes + sizeof said, texts[index], length);
        bytes += sizeof said + length;
        room -= length;
    }
    shared->count = (uint64_t)(bytes - (uint8_t *)(shared + 1));
    return true;
}

static bool read_texts(void *context) {
    const rehearsal_text_source *source = ((reading *)context)->source;
    header *shared = ((reading *)context)->shared;
    *shared = (header){0};
    char **texts = calloc(source->count, sizeof *texts);
    if (texts == NULL) return false;
    herr_t status = -1;
    if (H5Iget_type(source->source) == H5I_ATTR) {
        status = H5Aread(source->source, source->type, texts);
    } else {
        hsize_t bytes = 0;
        status = H5Dvlen_get_buf_size(source->source, source->type, source->stored, &bytes);
        if (status >= 0 && bytes > source->most) {
            shared->too_large = true;
            return true;
        }
        if (status >= 0) {
            status = H5Dread(source->source, source->type, source->memory, source->stored, H5P_DEFAULT, texts);
        }
    }
    shared->failed = status < 0;
    if (status >= 0) shared->too_large = !hand_over(source, texts, shared);
    return true;
}

rehearsal_outcome rehearse_texts(
    const rehearsal_text_source *source, const rehearsal_limits *limits, rehearsal_texts *texts
) {
    *texts = (rehearsal_texts){0};
    uint64_t size = 0;
    if (__builtin_mul_overflow(source->count, sizeof(uint64_t), &size)
        || __builtin_add_overflow(size, source->most + sizeof(header), &size)) return REHEARSAL_IMPOSSIBLE;
    // Pages that nobody writes to take no memory.
    header *shared =
        mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (shared == MAP_FAILED) return REHEARSAL_IMPOSSIBLE;
    reading reading = {source, shared};
    rehearsal_outcome result = run_in_child(limits, read_texts, &reading, &texts->ended_by);
    texts->bytes = (const uint8_t *)(shared + 1);
    texts->mapped = size;
    uint64_t room = size - sizeof(header);
    texts->count = shared->count < room ? shared->count : room;
    texts->failed = shared->failed;
    texts->too_large = shared->too_large;
    return result;
}

void rehearsal_texts_give_back(rehearsal_texts *texts) {
    if (texts->bytes != NULL) munmap((header *)(uintptr_t)texts->bytes - 1, texts->mapped);
    *texts = (rehearsal_texts){0};
}
