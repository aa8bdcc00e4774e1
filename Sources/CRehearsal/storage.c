#include "include/rehearsal.h"

#include <hdf5_filters.h>
#include <string.h>

static uint64_t product(const hsize_t *lengths, int rank, uint64_t start) {
    uint64_t total = start;
    for (int axis = 0; axis < rank; axis++) {
        if (lengths[axis] == 0) return 0;
        if (__builtin_mul_overflow(total, lengths[axis], &total)) total = UINT64_MAX;
    }
    return total;
}

static int look_at_filters(hid_t list, rehearsal_storage *storage) {
    int count = H5Pget_nfilters(list);
    storage->filters = count < 0 ? 0 : count;
    int shrinking = 0;
    for (int index = 0; index < storage->filters; index++) {
        unsigned flags = 0;
        size_t values = 0;
        char name[sizeof storage->unknown_name] = "";
        H5Z_filter_t filter =
            H5Pget_filter2(list, (unsigned)index, &flags, &values, NULL, sizeof name, name, NULL);
        if (filter < 0 || H5Zfilter_avail(filter) <= 0) {
            H5Eclear2(H5E_DEFAULT);
            storage->unknown = filter;
            memcpy(storage->unknown_name, name, sizeof name);
            storage->unknown_name[sizeof name - 1] = 0;
            return 1;
        }
        bool harmless = filter == H5Z_FILTER_SHUFFLE || filter == H5Z_FILTER_FLETCHER32;
        bool known = filter == H5Z_FILTER_DEFLATE || filter == HDF5_FILTER_LZF;
        if (!harmless) shrinking += known ? 1 : 2;
    }
    // What was shrunk twice grows twice.
    storage->bounded = shrinking <= 1;
    return 0;
}

static int look_at_shape(hid_t dataset, rehearsal_storage *storage) {
    hid_t space = H5Dget_space(dataset);
    if (space < 0) return -1;
    int status = 0;
    switch (H5Sget_simple_extent_type(space)) {
    case H5S_SCALAR: break;
    case H5S_NULL:
        storage->rank = 1;
        break;
    case H5S_SIMPLE:
        storage->rank = H5Sget_simple_extent_ndims(space);
        if (storage->rank < 0 || storage->rank > H5S_MAX_RANK) status = -1;
        else if (H5Sget_simple_extent_dims(space, storage->shape, NULL) < 0) status = -1;
        break;
    default: status = -1;
    }
    H5Sclose(space);
    return status;
}

static int look(hid_t dataset, hid_t list, hid_t type, const rehearsal_limits *limits, rehearsal_storage *storage) {
    storage->layout = H5Pget_layout(list);
    if (storage->layout < 0 || look_at_shape(dataset, storage) < 0) return -1;
    storage->element = H5Tget_size(type);
    if (storage->element == 0) storage->element = 1;
    storage->declared = product(storage->shape, storage->rank, storage->element);
    if (storage->layout == H5D_CHUNKED) {
        int rank = H5Pget_chunk(list, H5S_MAX_RANK, storage->sides);
        if (rank != storage->rank) return -1;
        storage->chunk = product(storage->sides, rank, storage->element);
    }
    if (storage->layout == H5D_VIRTUAL) storage->hazard = HAZARD_VIRTUAL_DATASET;
    else if (H5Pget_external_count(list) != 0) storage->hazard = HAZARD_EXTERNAL_STORAGE;
    else if (look_at_filters(list, storage)) storage->hazard = HAZARD_UNKNOWN_FILTER;
    if (storage->hazard != HAZARD_NONE) return 0;
    storage->stored = H5Dget_storage_size(dataset);
    uint64_t backed = storage->stored;
    if (storage->filters > 0 && __builtin_mul_overflow(backed, limits->compression, &backed)) backed = UINT64_MAX;
    if (backed < limits->harmless) backed = limits->harmless;
    bool hollow = storage->declared > limits->large && storage->stored < storage->declared / 32;
    if (storage->declared == UINT64_MAX || storage->declared > backed || hollow || storage->chunk > limits->chunk) {
        storage->hazard = HAZARD_IMPLAUSIBLE_SIZE;
    }
    return 0;
}

int rehearsal_look(hid_t dataset, const rehearsal_limits *limits, rehearsal_storage *storage) {
    memset(storage, 0, sizeof *storage);
    storage->hazard = HAZARD_NONE;
    hid_t list = H5Dget_create_plist(dataset);
    hid_t type = H5Dget_type(dataset);
    int status = list < 0 || type < 0 ? -1 : look(dataset, list, type, limits, storage);
    if (type >= 0) H5Tclose(type);
    if (list >= 0) H5Pclose(list);
    return status;
}
