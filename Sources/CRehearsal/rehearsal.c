#include "exchange.h"
#include "walk.h"

/* Bytes of all attributes' texts that are handed over. */
static const uint64_t TEXTS = 64 << 20;

bool rehearsal_perform_walk(const rehearsal_message *message, hid_t file, rehearsal_shared *shared) {
    rehearsal_walk walk = {
        .file = file,
        .limits = &message->limits,
        .report = &shared->report,
        .shared = shared,
        .budget = message->limits.objects,
    };
    rehearsal_say(&walk, 0, "", NULL);
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
    int file, const rehearsal_limits *limits, rehearsal_report *report, rehearsal_texts *texts
) {
    *texts = (rehearsal_texts){0};
    *report = (rehearsal_report){0};
    rehearsal_arena arena;
    if (!rehearsal_arena_make(TEXTS, &arena)) return REHEARSAL_IMPOSSIBLE;
    rehearsal_message message = {.work = ASKED_TO_WALK, .limits = *limits, .room = TEXTS};
    rehearsal_answer answer = rehearsal_ask(&message, file, &arena);
    *report = arena.shared->report;
    report->ended_by = answer.ended_by;
    *texts = rehearsal_arena_hand_over(&arena, answer.ended_by);
    return answer.outcome;
}

haddr_t rehearsal_address(hid_t object) {
    H5O_info_t info;
    return H5Oget_info2(object, &info, H5O_INFO_BASIC) < 0 ? HADDR_UNDEF : info.addr;
}
