#include "include/hdf5_filters.h"

#include <hdf5.h>
#include <liblzf/lzf.h>
#include <stdlib.h>

/* The third value that h5py stores with the filter is the size of a decoded chunk. */
enum { CHUNK_SIZE = 2 };
/* No chunk is larger; libhdf5's own sizes of chunks end at 4 GiB. */
#define LARGEST ((size_t)1 << 30)

static size_t decode(
    unsigned flags, size_t count, const unsigned values[], size_t bytes, size_t *capacity, void **buffer
) {
    if ((flags & H5Z_FLAG_REVERSE) == 0 || bytes > LARGEST) return 0;
    size_t size = count > CHUNK_SIZE && values[CHUNK_SIZE] > 0 ? values[CHUNK_SIZE] : *capacity;
    if (size > LARGEST) return 0;
    void *decoded = malloc(size == 0 ? 1 : size);
    if (decoded == NULL) return 0;
    unsigned length = lzf_decompress(*buffer, (unsigned)bytes, decoded, (unsigned)size);
    if (length == 0) {
        free(decoded);
        return 0;
    }
    free(*buffer);
    *buffer = decoded;
    *capacity = size;
    return length;
}

bool hdf5_register_lzf(void) {
    const H5Z_class2_t filter = {
        .version = H5Z_CLASS_T_VERS,
        .id = HDF5_FILTER_LZF,
        .encoder_present = 0,
        .decoder_present = 1,
        .name = "lzf",
        .filter = decode,
    };
    return H5Zregister(&filter) >= 0;
}
