#define _GNU_SOURCE
#include "arena.h"

#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static rehearsal_shared *map(int file, uint64_t room) {
    void *mapping = mmap(NULL, room + sizeof(rehearsal_shared), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    return mapping == MAP_FAILED ? NULL : mapping;
}

bool rehearsal_arena_make(uint64_t room, rehearsal_arena *arena) {
    *arena = (rehearsal_arena){NULL, room, -1};
    uint64_t size = 0;
    if (__builtin_add_overflow(room, sizeof(rehearsal_shared), &size) || size > INT64_MAX) return false;
    arena->file = memfd_create("rehearsal", MFD_CLOEXEC | MFD_ALLOW_SEALING);
    if (arena->file < 0) return false;
    // A child that cut it short would end whoever reads behind its end.
    if (ftruncate(arena->file, (off_t)size) == 0
        && fcntl(arena->file, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL) == 0) {
        arena->shared = map(arena->file, room);
    }
    if (arena->shared != NULL) return true;
    close(arena->file);
    return false;
}

rehearsal_shared *rehearsal_arena_map(int file, uint64_t room) {
    struct stat status;
    if (fstat(file, &status) != 0 || (uint64_t)status.st_size != room + sizeof(rehearsal_shared)) return NULL;
    rehearsal_shared *shared = map(file, room);
    if (shared == NULL) return NULL;
    memset(shared, 0, sizeof *shared);
    shared->room = room;
    return shared;
}

bool rehearsal_arena_put(rehearsal_shared *shared, uint64_t *end, const void *bytes, uint64_t length) {
    if (*end > shared->room || length > shared->room - *end) return false;
    if (length > 0) memcpy(rehearsal_arena_bytes(shared) + *end, bytes, length);
    *end += length;
    return true;
}

bool rehearsal_arena_put_texts(rehearsal_shared *shared, uint64_t *end, char *const *texts, uint64_t count) {
    for (uint64_t index = 0; index < count; index++) {
        uint64_t length = texts[index] == NULL ? 0 : strlen(texts[index]);
        uint64_t said = texts[index] == NULL ? REHEARSAL_NO_TEXT : length;
        if (!rehearsal_arena_put(shared, end, &said, sizeof said)) return false;
        if (!rehearsal_arena_put(shared, end, texts[index], length)) return false;
    }
    return true;
}

rehearsal_texts rehearsal_arena_hand_over(rehearsal_arena *arena, int ended_by) {
    close(arena->file);
    arena->file = -1;
    rehearsal_shared *shared = arena->shared;
    return (rehearsal_texts){
        .bytes = rehearsal_arena_bytes(shared),
        .count = shared->count < arena->room ? shared->count : arena->room,
        .mapped = arena->room + sizeof *shared,
        .failed = shared->failed,
        .too_large = shared->too_large,
        .ended_by = ended_by,
    };
}

void rehearsal_texts_give_back(rehearsal_texts *texts) {
    if (texts->bytes != NULL) munmap((rehearsal_shared *)(uintptr_t)texts->bytes - 1, texts->mapped);
    *texts = (rehearsal_texts){0};
}
