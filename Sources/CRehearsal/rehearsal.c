#define _GNU_SOURCE
#include "arena.h"
#include "child.h"
#include "walk.h"

#include <string.h>
#include <sys/mman.h>

typedef struct {
    const char *path;
    hid_t access;
    const rehearsal_limits *limits;
    rehearsal_report *report; /* shared with the parent */
    rehearsal_arena *arena;   /* shared with the parent; NULL where there is none */
} visit;

/* Bytes of all attributes' texts that are handed over. */
static const uint64_t TEXTS = 64 << 20;

static bool perform(void *context) {
    visit *visit = context;
    memset(visit->report, 0, sizeof *visit->report);
    if (visit->arena != NULL) rehearsal_arena_clear(visit->arena);
    rehearsal_walk walk = {
        .limits = visit->limits, .report = visit->report, .arena = visit->arena, .budget = visit->limits->objects
    };
    rehearsal_say(&walk, 0, "", NULL);
    walk.file = H5Fopen(visit->path, H5F_ACC_RDONLY, visit->access);
    if (walk.file >= 0) {
        rehearsal_walk_all(&walk);
        rehearsal_say(&walk, 0, "", NULL);
        if (H5Fclose(walk.file) < 0) rehearsal_failed(&walk);
    } else {
        rehearsal_failed(&walk);
    }
    return !walk.out_of_memory;
}

rehearsal_outcome rehearse_hdf5(
    const char *path, hid_t access, const rehearsal_limits *limits, rehearsal_report *report, rehearsal_texts *texts
) {
    *texts = (rehearsal_texts){0};
    memset(report, 0, sizeof *report);
    rehearsal_report *shared =
        mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (shared == MAP_FAILED) return REHEARSAL_IMPOSSIBLE;
    visit visit = {path, access, limits, shared, rehearsal_arena_make(TEXTS)};
    int ended_by = 0;
    rehearsal_outcome result = run_in_child(limits, perform, &visit, &ended_by);
    *report = *shared;
    report->ended_by = ended_by;
    munmap(shared, sizeof *shared);
    if (visit.arena != NULL) *texts = rehearsal_arena_texts(visit.arena, TEXTS, ended_by);
    return result;
}

haddr_t rehearsal_address(hid_t object) {
    H5O_info_t info;
    return H5Oget_info2(object, &info, H5O_INFO_BASIC) < 0 ? HADDR_UNDEF : info.addr;
}
