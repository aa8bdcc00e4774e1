#define _GNU_SOURCE
#include "arena.h"
#include "child.h"

#include <stdlib.h>

typedef struct {
    const rehearsal_text_source *source;
    rehearsal_arena *arena;
} reading;

static bool read_texts(void *context) {
    const rehearsal_text_source *source = ((reading *)context)->source;
    rehearsal_arena *arena = ((reading *)context)->arena;
    rehearsal_arena_clear(arena);
    char **texts = calloc(source->count, sizeof *texts);
    if (texts == NULL) return false;
    herr_t status = -1;
    if (H5Iget_type(source->source) == H5I_ATTR) {
        status = H5Aread(source->source, source->type, texts);
    } else {
        hsize_t bytes = 0;
        status = H5Dvlen_get_buf_size(source->source, source->type, source->stored, &bytes);
        if (status >= 0 && bytes > source->most) {
            arena->too_large = true;
            return true;
        }
        if (status >= 0) {
            status = H5Dread(source->source, source->type, source->memory, source->stored, H5P_DEFAULT, texts);
        }
    }
    arena->failed = status < 0;
    if (status < 0) return true;
    uint64_t end = 0;
    arena->too_large = !rehearsal_arena_put_texts(arena, &end, texts, source->count);
    arena->count = end;
    return true;
}

rehearsal_outcome rehearse_texts(
    const rehearsal_text_source *source, const rehearsal_limits *limits, rehearsal_texts *texts
) {
    *texts = (rehearsal_texts){0};
    uint64_t room = 0;
    if (__builtin_mul_overflow(source->count, sizeof(uint64_t), &room)
        || __builtin_add_overflow(room, source->most, &room)) return REHEARSAL_IMPOSSIBLE;
    rehearsal_arena *arena = rehearsal_arena_make(room);
    if (arena == NULL) return REHEARSAL_IMPOSSIBLE;
    reading reading = {source, arena};
    int ended_by = 0;
    rehearsal_outcome result = run_in_child(limits, read_texts, &reading, &ended_by);
    *texts = rehearsal_arena_texts(arena, room, ended_by);
    return result;
}
