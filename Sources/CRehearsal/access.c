#include "include/rehearsal.h"

hid_t rehearsal_access(bool locking, uint64_t cached) {
    hid_t list = H5Pcreate(H5P_FILE_ACCESS);
    H5Pset_fclose_degree(list, H5F_CLOSE_STRONG);
    H5Pset_file_locking(list, locking, true);
    H5Pset_cache(list, 0, 521, cached, 1);
    return list;
}

/* Memory that is lent to libhdf5: nothing is copied, grown or freed, so it can only be read. */
static void *lent_allocate(size_t size, H5FD_file_image_op_t op, void *image) {
    (void)size;
    (void)op;
    return image;
}

static void *lent_copy(void *to, const void *from, size_t size, H5FD_file_image_op_t op, void *image) {
    (void)from;
    (void)size;
    (void)op;
    (void)image;
    return to;
}

static void *lent_grow(void *at, size_t size, H5FD_file_image_op_t op, void *image) {
    (void)at;
    (void)size;
    (void)op;
    (void)image;
    return NULL;
}

static herr_t lent_free(void *at, H5FD_file_image_op_t op, void *image) {
    (void)at;
    (void)op;
    (void)image;
    return 0;
}

static void *lent_same(void *image) { return image; }

static herr_t lent_keep(void *image) {
    (void)image;
    return 0;
}

herr_t rehearsal_lend(hid_t access, const void *bytes, uint64_t count) {
    void *image = (void *)(uintptr_t)bytes;
    H5FD_file_image_callbacks_t lent = {
        lent_allocate, lent_copy, lent_grow, lent_free, lent_same, lent_keep, image
    };
    if (H5Pset_fapl_core(access, 1 << 20, 0) < 0) return -1;
    if (H5Pset_file_image_callbacks(access, &lent) < 0) return -1;
    return H5Pset_file_image(access, image, count);
}
