#include "walk.h"

#include <stdlib.h>
#include <string.h>

/* Data up to this size are read in full; of more, what could go wrong is looked for chunk by chunk. */
#define SMALL ((uint64_t)1 << 20)
/* Chunks below this size cost libhdf5 more than they hold, so that data made of them are read in full up to `FINE`. */
#define TINY_CHUNK ((uint64_t)512)
#define FINE ((uint64_t)64 << 20)
/* Decoding a chunk may ask for this much without being tried. */
#define UNTRIED ((uint64_t)256 << 20)
/* Of more chunks than this, evenly spread ones are looked at. */
#define MOST_CHUNKS ((uint64_t)1 << 20)
/* Texts read at once. */
#define TEXTS_AT_ONCE ((uint64_t)1 << 16)

typedef struct {
    rehearsal_walk *walk;
    hid_t dataset;
    hid_t space;
    hid_t type;   /* stored */
    hid_t memory; /* what values are read as */
    const rehearsal_storage *storage;
} reading;

static uint64_t elements(const rehearsal_storage *storage) { return storage->declared / storage->element; }

/* Reads one element; libhdf5 then reads and decodes the whole chunk it is in. */
static void read_element(const reading *reading, const hsize_t *place) {
    uint64_t size = H5Tget_size(reading->memory);
    void *value = malloc(size == 0 ? 1 : size);
    hsize_t one = 1;
    hid_t target = H5Screate_simple(1, &one, NULL);
    if (value == NULL) {
        reading->walk->out_of_memory = true;
    } else if (target < 0 || H5Sselect_elements(reading->space, H5S_SELECT_SET, 1, place) < 0
               || H5Dread(reading->dataset, reading->memory, target, reading->space, H5P_DEFAULT, value) < 0) {
        rehearsal_failed(reading->walk);
    }
    if (target >= 0) H5Sclose(target);
    free(value);
}

static void read_ends(const reading *reading) {
    hsize_t place[H5S_MAX_RANK] = {0};
    read_element(reading, place);
    for (int axis = 0; axis < reading->storage->rank; axis++) place[axis] = reading->storage->shape[axis] - 1;
    read_element(reading, place);
}

static void read_all(const reading *reading) {
    uint64_t bytes = 0;
    bool fits = !__builtin_mul_overflow(elements(reading->storage), H5Tget_size(reading->memory), &bytes);
    void *values = fits ? malloc(bytes) : NULL;
    if (values == NULL) reading->walk->out_of_memory = true;
    else if (H5Dread(reading->dataset, reading->memory, H5S_ALL, H5S_ALL, H5P_DEFAULT, values) < 0) {
        rehearsal_failed(reading->walk);
    }
    free(values);
}

/* Where the chunk of a number starts, in row-major order of chunks. */
static void start_of_chunk(const rehearsal_storage *storage, uint64_t number, hsize_t *place) {
    for (int axis = storage->rank - 1; axis >= 0; axis--) {
        hsize_t side = storage->sides[axis] == 0 ? 1 : storage->sides[axis];
        hsize_t along = (storage->shape[axis] - 1) / side + 1;
        place[axis] = number % along * side;
        number /= along;
    }
}

/*
 * Finds every chunk in the index, and decodes the first, the last, and those that could need much memory: the filters
 * of libhdf5 grow their buffer for as long as there is something to decode.
 */
static void read_chunks(const reading *reading) {
    const rehearsal_storage *storage = reading->storage;
    uint64_t chunks = 1;
    for (int axis = 0; axis < storage->rank; axis++) {
        hsize_t side = storage->sides[axis] == 0 ? 1 : storage->sides[axis];
        if (__builtin_mul_overflow(chunks, (storage->shape[axis] - 1) / side + 1, &chunks)) chunks = UINT64_MAX;
    }
    uint64_t step = chunks / MOST_CHUNKS + 1;
    for (uint64_t number = 0; number < chunks && !reading->walk->out_of_memory; number += step) {
        hsize_t place[H5S_MAX_RANK];
        start_of_chunk(storage, number, place);
        hsize_t stored = 0;
        if (H5Dget_chunk_storage_size(reading->dataset, place, &stored) < 0) {
            rehearsal_failed(reading->walk);
            continue;
        }
        uint64_t decoded = 0;
        bool much = __builtin_mul_overflow(stored, reading->walk->limits->compression, &decoded) || decoded > UNTRIED;
        bool tried = storage->filters > 0 && (!storage->bounded || much);
        if (tried || number == 0 || number + step >= chunks) read_element(reading, place);
        if (number > UINT64_MAX - step) break;
    }
}

static void read_rows_of_texts(const reading *reading, hsize_t first, hsize_t rows, uint64_t count, uint64_t *total) {
    hsize_t start[H5S_MAX_RANK] = {first};
    hsize_t lengths[H5S_MAX_RANK];
    memcpy(lengths, reading->storage->shape, sizeof lengths);
    lengths[0] = rows;
    hid_t target = H5Screate_simple(reading->storage->rank, lengths, NULL);
    char **texts = calloc(count, sizeof *texts);
    hsize_t bytes = 0;
    if (texts == NULL) {
        reading->walk->out_of_memory = true;
    } else if (target < 0 || H5Sselect_hyperslab(reading->space, H5S_SELECT_SET, start, NULL, lengths, NULL) < 0
               || H5Dvlen_get_buf_size(reading->dataset, reading->type, reading->space, &bytes) < 0) {
        rehearsal_failed(reading->walk);
    } else if (__builtin_add_overflow(*total, bytes, total) || *total > reading->walk->limits->texts) {
        *total = UINT64_MAX;
    } else if (H5Dread(reading->dataset, reading->type, target, reading->space, H5P_DEFAULT, texts) < 0) {
        rehearsal_failed(reading->walk);
    } else {
        H5Dvlen_reclaim(reading->type, target, H5P_DEFAULT, texts);
    }
    free(texts);
    if (target >= 0) H5Sclose(target);
}

/* Texts of variable length lie in heaps, each of which can be named by many elements. */
static void read_texts(const reading *reading) {
    const rehearsal_storage *storage = reading->storage;
    if (storage->rank == 0) {
        char *text = NULL;
        if (H5Dread(reading->dataset, reading->type, H5S_ALL, H5S_ALL, H5P_DEFAULT, &text) < 0) {
            rehearsal_failed(reading->walk);
        } else {
            if (text != NULL && strlen(text) > reading->walk->limits->texts) {
                rehearsal_note(reading->walk, HAZARD_IMPLAUSIBLE_SIZE);
            }
            H5Dvlen_reclaim(reading->type, reading->space, H5P_DEFAULT, &text);
        }
        return;
    }
    uint64_t row = elements(storage) / storage->shape[0];
    hsize_t rows = TEXTS_AT_ONCE / (row == 0 ? 1 : row) + 1;
    uint64_t total = 0;
    for (hsize_t first = 0; first < storage->shape[0] && !reading->walk->out_of_memory; first += rows) {
        if (rows > storage->shape[0] - first) rows = storage->shape[0] - first;
        read_rows_of_texts(reading, first, rows, rows * row, &total);
        if (total == UINT64_MAX) {
            rehearsal_note(reading->walk, HAZARD_IMPLAUSIBLE_SIZE);
            return;
        }
    }
}

/* Whether reading the data at once is the honest rehearsal. */
static bool is_whole(const rehearsal_storage *storage) {
    bool fine = storage->layout == H5D_CHUNKED && storage->chunk < TINY_CHUNK && storage->declared <= FINE;
    return storage->rank == 0 || storage->declared <= SMALL || fine;
}

static void read_as(rehearsal_walk *walk, hid_t dataset, hid_t type, const rehearsal_storage *storage) {
    H5T_class_t kind = H5Tget_class(type);
    bool is_number = rehearsal_is_number(type);
    if ((!is_number && kind != H5T_STRING) || elements(storage) == 0) return;
    hid_t memory = is_number && storage->declared <= SMALL ? H5T_NATIVE_DOUBLE : type;
    reading reading = {walk, dataset, H5Dget_space(dataset), type, memory, storage};
    if (reading.space < 0) {
        rehearsal_failed(walk);
        return;
    }
    if (kind == H5T_STRING && H5Tis_variable_str(type) > 0) read_texts(&reading);
    else if (is_whole(storage)) read_all(&reading);
    else if (storage->layout == H5D_CHUNKED) read_chunks(&reading);
    else read_ends(&reading);
    H5Sclose(reading.space);
}

void rehearsal_dataset(rehearsal_walk *walk, hid_t dataset) {
    rehearsal_storage storage;
    if (rehearsal_look(dataset, walk->limits, &storage) < 0) {
        rehearsal_failed(walk);
        return;
    }
    if (storage.hazard != HAZARD_NONE) {
        rehearsal_note(walk, storage.hazard);
        return;
    }
    hid_t type = H5Dget_type(dataset);
    if (type < 0) {
        rehearsal_failed(walk);
        return;
    }
    read_as(walk, dataset, type, &storage);
    H5Tclose(type);
}
