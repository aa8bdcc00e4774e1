#pragma once
#include <stdbool.h>

/* The number under which h5py stores data that went through LZF. */
#define HDF5_FILTER_LZF 32000

/* Makes libhdf5 read LZF; false when it refuses. Writing it is not offered. */
bool hdf5_register_lzf(void);
