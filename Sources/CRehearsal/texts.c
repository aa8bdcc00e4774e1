#include "exchange.h"

#include <stdlib.h>
#include <string.h>

/* The rows that are asked for; negative when they cannot be selected. */
static herr_t select_rows(hid_t space, uint64_t first, uint64_t rows) {
    hsize_t start[H5S_MAX_RANK] = {first};
    hsize_t lengths[H5S_MAX_RANK];
    int rank = H5Sget_simple_extent_dims(space, NULL, NULL);
    if (rank < 1 || rank > H5S_MAX_RANK || H5Sget_simple_extent_dims(space, lengths, NULL) < 0) return -1;
    lengths[0] = rows;
    return H5Sselect_hyperslab(space, H5S_SELECT_SET, start, NULL, lengths, NULL);
}

static herr_t read_dataset(const rehearsal_message *message, hid_t dataset, char **texts, bool *too_large) {
    hid_t type = H5Dget_type(dataset);
    hid_t stored = H5Dget_space(dataset);
    hsize_t count = message->count;
    hid_t memory = H5Screate_simple(1, &count, NULL);
    if (H5Tis_variable_str(type) <= 0 || stored < 0 || memory < 0) return -1;
    if (message->rows != REHEARSAL_ALL_ROWS && select_rows(stored, message->first, message->rows) < 0) return -1;
    if (H5Sget_select_npoints(stored) != (hssize_t)count) return -1;
    hsize_t bytes = 0;
    if (H5Dvlen_get_buf_size(dataset, type, stored, &bytes) < 0) return -1;
    *too_large = bytes > message->most;
    return *too_large ? 0 : H5Dread(dataset, type, memory, stored, H5P_DEFAULT, texts);
}

static herr_t read_attribute(const rehearsal_message *message, hid_t object, const char *name, char **texts) {
    hid_t attribute = H5Aopen(object, name, H5P_DEFAULT);
    hid_t type = H5Aget_type(attribute);
    hid_t space = H5Aget_space(attribute);
    if (H5Tis_variable_str(type) <= 0 || space < 0) return -1;
    if (H5Sget_simple_extent_npoints(space) != (hssize_t)message->count) return -1;
    return H5Aread(attribute, type, texts);
}

bool rehearsal_perform_texts(const rehearsal_message *message, hid_t file, rehearsal_shared *shared) {
    char *name = calloc(message->name + 1, 1);
    char **texts = calloc(message->count, sizeof *texts);
    if (name == NULL || texts == NULL) return false;
    memcpy(name, rehearsal_arena_bytes(shared) + shared->room - message->name, message->name);
    hid_t object = file < 0 ? -1 : H5Oopen_by_addr(file, message->object);
    bool too_large = false;
    herr_t status = object < 0 ? -1
        : message->name > 0    ? read_attribute(message, object, name, texts)
                               : read_dataset(message, object, texts, &too_large);
    shared->failed = status < 0;
    shared->too_large = too_large;
    if (status < 0 || too_large) return true;
    uint64_t end = 0;
    shared->too_large = !rehearsal_arena_put_texts(shared, &end, texts, message->count);
    shared->count = end;
    return true;
}

rehearsal_outcome rehearse_texts(
    int file, const rehearsal_text_source *source, const rehearsal_limits *limits, rehearsal_texts *texts
) {
    *texts = (rehearsal_texts){0};
    uint64_t name = source->attribute == NULL ? 0 : strlen(source->attribute);
    uint64_t room = 0;
    if (__builtin_mul_overflow(source->count, sizeof(uint64_t), &room)
        || __builtin_add_overflow(room, source->most, &room)
        || __builtin_add_overflow(room, name, &room)) return REHEARSAL_IMPOSSIBLE;
    rehearsal_arena arena;
    if (!rehearsal_arena_make(room, &arena)) return REHEARSAL_IMPOSSIBLE;
    if (name > 0) memcpy(rehearsal_arena_bytes(arena.shared) + room - name, source->attribute, name);
    rehearsal_message message = {
        .work = ASKED_FOR_TEXTS,
        .limits = *limits,
        .room = room,
        .object = source->object,
        .first = source->first,
        .rows = source->rows,
        .count = source->count,
        .most = source->most,
        .name = name,
    };
    rehearsal_answer answer = rehearsal_ask(&message, file, &arena);
    *texts = rehearsal_arena_hand_over(&arena, answer.ended_by);
    return answer.outcome;
}
