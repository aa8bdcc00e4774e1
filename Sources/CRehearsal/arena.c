#define _GNU_SOURCE
#include "arena.h"

#include <string.h>
#include <sys/mman.h>

rehearsal_arena *rehearsal_arena_make(uint64_t room) {
    uint64_t size = 0;
    if (__builtin_add_overflow(room, sizeof(rehearsal_arena), &size)) return NULL;
    void *mapping = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (mapping == MAP_FAILED) return NULL;
    rehearsal_arena *arena = mapping;
    arena->room = room;
    return arena;
}

void rehearsal_arena_clear(rehearsal_arena *arena) {
    arena->count = 0;
    arena->failed = arena->too_large = false;
}

bool rehearsal_arena_put(rehearsal_arena *arena, uint64_t *end, const void *bytes, uint64_t length) {
    if (*end > arena->room || length > arena->room - *end) return false;
    if (length > 0) memcpy((uint8_t *)(arena + 1) + *end, bytes, length);
    *end += length;
    return true;
}

bool rehearsal_arena_put_texts(rehearsal_arena *arena, uint64_t *end, char *const *texts, uint64_t count) {
    for (uint64_t index = 0; index < count; index++) {
        uint64_t length = texts[index] == NULL ? 0 : strlen(texts[index]);
        uint64_t said = texts[index] == NULL ? REHEARSAL_NO_TEXT : length;
        if (!rehearsal_arena_put(arena, end, &said, sizeof said)) return false;
        if (!rehearsal_arena_put(arena, end, texts[index], length)) return false;
    }
    return true;
}

rehearsal_texts rehearsal_arena_texts(rehearsal_arena *arena, uint64_t room, int ended_by) {
    return (rehearsal_texts){
        .bytes = (const uint8_t *)(arena + 1),
        .count = arena->count < room ? arena->count : room,
        .mapped = room + sizeof *arena,
        .failed = arena->failed,
        .too_large = arena->too_large,
        .ended_by = ended_by,
    };
}

void rehearsal_texts_give_back(rehearsal_texts *texts) {
    if (texts->bytes != NULL) munmap((rehearsal_arena *)(uintptr_t)texts->bytes - 1, texts->mapped);
    *texts = (rehearsal_texts){0};
}
