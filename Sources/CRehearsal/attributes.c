#define _GNU_SOURCE
#include "walk.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
    rehearsal_walk *walk;
    size_t node;
    char **names;
    size_t count, capacity;
} name_list;

static herr_t take_name(hid_t object, const char *name, const H5A_info_t *info, void *data) {
    (void)object;
    name_list *list = data;
    if (!rehearsal_spend(list->walk)) return 1;
    if (info->data_size > list->walk->limits->attribute) {
        rehearsal_say(list->walk, list->node, "@", name);
        rehearsal_note(list->walk, HAZARD_HUGE_ATTRIBUTE);
        return 0;
    }
    if (list->count == list->capacity) {
        size_t capacity = list->capacity == 0 ? 16 : list->capacity * 2;
        char **names = realloc(list->names, capacity * sizeof *names);
        if (names == NULL) return -1;
        list->names = names;
        list->capacity = capacity;
    }
    char *copy = strdup(name);
    if (copy == NULL) return -1;
    list->names[list->count++] = copy;
    return 0;
}

/* Hands texts over, while there is room. */
static void keep(rehearsal_walk *walk, hid_t attribute, char *const *texts, uint64_t count) {
    char name[REHEARSAL_PATH];
    H5O_info_t info;
    ssize_t length = H5Aget_name(attribute, sizeof name, name);
    if (length < 0 || (size_t)length >= sizeof name
        || H5Oget_info_by_name2(attribute, ".", &info, H5O_INFO_BASIC, H5P_DEFAULT) < 0) {
        H5Eclear2(H5E_DEFAULT);
        return;
    }
    uint64_t end = walk->shared->count;
    uint64_t head[2] = {info.addr, (uint64_t)length};
    bool fits = rehearsal_arena_put(walk->shared, &end, head, sizeof head)
        && rehearsal_arena_put(walk->shared, &end, name, (uint64_t)length)
        && rehearsal_arena_put(walk->shared, &end, &count, sizeof count)
        && rehearsal_arena_put_texts(walk->shared, &end, texts, count);
    if (fits) walk->shared->count = end;
}

/* Texts of variable length lie elsewhere in the file: all of them together may be large, or one many times over. */
static void read_texts(rehearsal_walk *walk, hid_t attribute, hid_t type, hid_t space, size_t count) {
    char **texts = calloc(count, sizeof *texts);
    if (texts == NULL) {
        walk->out_of_memory = true;
        return;
    }
    if (H5Aread(attribute, type, texts) < 0) {
        rehearsal_failed(walk);
    } else {
        uint64_t bytes = 0;
        for (size_t index = 0; index < count; index++) bytes += texts[index] == NULL ? 0 : strlen(texts[index]);
        if (bytes > walk->limits->attribute) rehearsal_note(walk, HAZARD_HUGE_ATTRIBUTE);
        else keep(walk, attribute, texts, count);
        H5Dvlen_reclaim(type, space, H5P_DEFAULT, texts);
    }
    free(texts);
}

static void read_values(rehearsal_walk *walk, hid_t attribute, hid_t type, hid_t space) {
    H5T_class_t kind = H5Tget_class(type);
    bool is_number = rehearsal_is_number(type);
    if (!is_number && kind != H5T_STRING) return;
    hssize_t count = H5Sget_simple_extent_npoints(space);
    if (count <= 0) return;
    bool varies = kind == H5T_STRING && H5Tis_variable_str(type) > 0;
    size_t element = is_number ? sizeof(double) : varies ? sizeof(char *) : H5Tget_size(type);
    uint64_t bytes = 0;
    if (__builtin_mul_overflow((uint64_t)count, element, &bytes) || bytes > walk->limits->attribute) {
        rehearsal_note(walk, HAZARD_HUGE_ATTRIBUTE);
        return;
    }
    if (varies) {
        read_texts(walk, attribute, type, space, (size_t)count);
        return;
    }
    void *values = malloc(bytes == 0 ? 1 : bytes);
    if (values == NULL) walk->out_of_memory = true;
    else if (H5Aread(attribute, is_number ? H5T_NATIVE_DOUBLE : type, values) < 0) rehearsal_failed(walk);
    free(values);
}

static void read_one(rehearsal_walk *walk, hid_t object, const char *name) {
    hid_t attribute = H5Aopen(object, name, H5P_DEFAULT);
    hid_t type = attribute < 0 ? -1 : H5Aget_type(attribute);
    hid_t space = attribute < 0 ? -1 : H5Aget_space(attribute);
    if (type < 0 || space < 0) {
        rehearsal_failed(walk);
    } else if (H5Aget_storage_size(attribute) > walk->limits->attribute) {
        rehearsal_note(walk, HAZARD_HUGE_ATTRIBUTE);
    } else {
        walk->report->attributes += 1;
        read_values(walk, attribute, type, space);
    }
    if (space >= 0) H5Sclose(space);
    if (type >= 0) H5Tclose(type);
    if (attribute >= 0) H5Aclose(attribute);
}

void rehearsal_attributes(rehearsal_walk *walk, size_t node, hid_t object) {
    H5O_info_t info;
    if (H5Oget_info2(object, &info, H5O_INFO_NUM_ATTRS) < 0) {
        rehearsal_failed(walk);
        return;
    }
    if (info.num_attrs == 0) return;
    rehearsal_say(walk, node, "@", "");
    // An attribute above 64 KiB lies in a heap of its object, whose size is known without loading it.
    if (H5Oget_info2(object, &info, H5O_INFO_META_SIZE) < 0) {
        rehearsal_failed(walk);
    } else if (info.meta_size.attr.heap_size > walk->limits->attribute) {
        rehearsal_note(walk, HAZARD_HUGE_ATTRIBUTE);
        return;
    }
    name_list list = {.walk = walk, .node = node};
    hsize_t start = 0;
    if (H5Aiterate2(object, H5_INDEX_NAME, H5_ITER_INC, &start, take_name, &list) < 0) rehearsal_failed(walk);
    for (size_t index = 0; index < list.count; index++) {
        rehearsal_say(walk, node, "@", list.names[index]);
        if (!walk->out_of_memory) read_one(walk, object, list.names[index]);
        free(list.names[index]);
    }
    free(list.names);
}
