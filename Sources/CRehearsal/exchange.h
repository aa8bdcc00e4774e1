#pragma once
#include "arena.h"

/* What this process asks the helper for. With it go two descriptors: of the file, and of the arena. */
typedef struct {
    uint64_t size; /* of this, so that a helper of another version is noticed */
    enum { ASKED_TO_WALK, ASKED_FOR_TEXTS } work;
    rehearsal_limits limits;
    uint64_t room; /* of the arena */
    /* Which texts; the attribute's name stands at the end of the arena, and takes `name` bytes. */
    haddr_t object;
    uint64_t first, rows, count, most;
    uint64_t name;
} rehearsal_message;

/* What the helper says. */
typedef struct {
    rehearsal_outcome outcome;
    int ended_by;
} rehearsal_answer;

/* Asks the helper, and starts it where it does not run. */
rehearsal_answer rehearsal_ask(const rehearsal_message *message, int file, const rehearsal_arena *arena);

/* What a child does with what was asked; false when it wants more memory than it may have. */
bool rehearsal_perform_walk(const rehearsal_message *message, hid_t file, rehearsal_shared *shared);
bool rehearsal_perform_texts(const rehearsal_message *message, hid_t file, rehearsal_shared *shared);
