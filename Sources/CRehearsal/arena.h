#pragma once
#include "include/rehearsal.h"

/* Memory that a child fills and its parent reads: this, then the bytes. */
typedef struct {
    uint64_t room;  /* bytes behind this */
    uint64_t count; /* bytes that are complete */
    bool failed, too_large;
} rehearsal_arena;

/* Maps an arena; pages that nobody writes to take no memory. NULL where there is none. */
rehearsal_arena *rehearsal_arena_make(uint64_t room);

/* Empties an arena, in a child: what an earlier one left does not count. */
void rehearsal_arena_clear(rehearsal_arena *arena);

/* Puts bytes, or texts, behind what is there from `*end` on; false, with nothing counted, where there is no room. */
bool rehearsal_arena_put(rehearsal_arena *arena, uint64_t *end, const void *bytes, uint64_t length);
bool rehearsal_arena_put_texts(rehearsal_arena *arena, uint64_t *end, char *const *texts, uint64_t count);

/* What the parent gets to see. */
rehearsal_texts rehearsal_arena_texts(rehearsal_arena *arena, uint64_t room, int ended_by);
