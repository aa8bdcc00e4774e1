#pragma once
#include <hdf5.h>

/* Swift sees neither macros that hide a library call nor the versioned names behind a macro: each gets a function. */

static inline hid_t hdf5_default_properties(void) { return H5P_DEFAULT; }
static inline hid_t hdf5_error_stack(void) { return H5E_DEFAULT; }
static inline hid_t hdf5_error_truncated(void) { return H5E_TRUNCATED; }
static inline hid_t hdf5_everything(void) { return H5S_ALL; }
static inline hsize_t hdf5_unlimited(void) { return H5S_UNLIMITED; }
static inline size_t hdf5_variable_length(void) { return H5T_VARIABLE; }

static inline unsigned hdf5_read_only(void) { return H5F_ACC_RDONLY; }
static inline unsigned hdf5_truncate(void) { return H5F_ACC_TRUNC; }
static inline hid_t hdf5_file_access_class(void) { return H5P_FILE_ACCESS; }
static inline hid_t hdf5_link_access_class(void) { return H5P_LINK_ACCESS; }
static inline hid_t hdf5_link_create_class(void) { return H5P_LINK_CREATE; }
static inline hid_t hdf5_dataset_access_class(void) { return H5P_DATASET_ACCESS; }
static inline hid_t hdf5_dataset_create_class(void) { return H5P_DATASET_CREATE; }

static inline hid_t hdf5_native_uint8(void) { return H5T_NATIVE_UINT8; }
static inline hid_t hdf5_native_int64(void) { return H5T_NATIVE_INT64; }
static inline hid_t hdf5_native_float(void) { return H5T_NATIVE_FLOAT; }
static inline hid_t hdf5_native_double(void) { return H5T_NATIVE_DOUBLE; }

static inline hid_t hdf5_stored_uint8(void) { return H5T_STD_U8LE; }
static inline hid_t hdf5_stored_int8(void) { return H5T_STD_I8LE; }
static inline hid_t hdf5_stored_uint16(void) { return H5T_STD_U16LE; }
static inline hid_t hdf5_stored_int16(void) { return H5T_STD_I16LE; }
static inline hid_t hdf5_stored_uint32(void) { return H5T_STD_U32LE; }
static inline hid_t hdf5_stored_int32(void) { return H5T_STD_I32LE; }
static inline hid_t hdf5_stored_uint64(void) { return H5T_STD_U64LE; }
static inline hid_t hdf5_stored_int64(void) { return H5T_STD_I64LE; }
static inline hid_t hdf5_stored_float(void) { return H5T_IEEE_F32LE; }
static inline hid_t hdf5_stored_double(void) { return H5T_IEEE_F64LE; }
static inline hid_t hdf5_c_string(void) { return H5T_C_S1; }

/* Names of a group's links or an object's attributes, handed one by one to `visit`. */
typedef void (*hdf5_visit_name)(const char *name, void *context);
typedef struct { hdf5_visit_name visit; void *context; } hdf5_visitor;

static inline herr_t hdf5_visit_link(hid_t group, const char *name, const H5L_info_t *info, void *data) {
    (void)group; (void)info;
    hdf5_visitor *visitor = (hdf5_visitor *)data;
    visitor->visit(name, visitor->context);
    return 0;
}
static inline herr_t hdf5_for_each_link(hid_t group, hdf5_visit_name visit, void *context) {
    hdf5_visitor visitor = {visit, context};
    hsize_t start = 0;
    return H5Literate(group, H5_INDEX_NAME, H5_ITER_INC, &start, hdf5_visit_link, &visitor);
}
static inline herr_t hdf5_visit_attribute(hid_t object, const char *name, const H5A_info_t *info, void *data) {
    (void)object; (void)info;
    hdf5_visitor *visitor = (hdf5_visitor *)data;
    visitor->visit(name, visitor->context);
    return 0;
}
static inline herr_t hdf5_for_each_attribute(hid_t object, hdf5_visit_name visit, void *context) {
    hdf5_visitor visitor = {visit, context};
    hsize_t start = 0;
    return H5Aiterate2(object, H5_INDEX_NAME, H5_ITER_INC, &start, hdf5_visit_attribute, &visitor);
}

/* Makes every external link met on the way fail, and notes in `*met` that there was one. */
static inline herr_t hdf5_refuse_external_link(
    const char *parent_file, const char *parent_group, const char *child_file, const char *child_object,
    unsigned *flags, hid_t access, void *met
) {
    (void)parent_file; (void)parent_group; (void)child_file; (void)child_object; (void)flags; (void)access;
    *(int *)met = 1;
    return -1;
}
static inline herr_t hdf5_set_refuse_external_links(hid_t link_access, int *met) {
    return H5Pset_elink_cb(link_access, hdf5_refuse_external_link, met);
}
