#pragma once
#include "include/rehearsal.h"

/* Memory that a child fills and this process reads: this, then the bytes. */
typedef struct {
    rehearsal_report report;
    uint64_t room;  /* bytes behind this */
    uint64_t count; /* bytes that are complete */
    bool failed, too_large;
} rehearsal_shared;

/* Where such memory is mapped, and the descriptor by which another process maps it. */
typedef struct {
    rehearsal_shared *shared;
    uint64_t room;
    int file;
} rehearsal_arena;

/* Makes an arena; pages that nobody writes to take no memory. False where there is none. */
bool rehearsal_arena_make(uint64_t room, rehearsal_arena *arena);

/* Maps the arena of another process, with a start that says nothing was read; NULL when it is not one. */
rehearsal_shared *rehearsal_arena_map(int file, uint64_t room);

static inline uint8_t *rehearsal_arena_bytes(rehearsal_shared *shared) { return (uint8_t *)(shared + 1); }

/* Puts bytes, or texts, behind what is there from `*end` on; false, with nothing counted, where there is no room. */
bool rehearsal_arena_put(rehearsal_shared *shared, uint64_t *end, const void *bytes, uint64_t length);
bool rehearsal_arena_put_texts(rehearsal_shared *shared, uint64_t *end, char *const *texts, uint64_t count);

/* Hands over what was read: the texts now own the mapping. The descriptor is closed. */
rehearsal_texts rehearsal_arena_hand_over(rehearsal_arena *arena, int ended_by);
