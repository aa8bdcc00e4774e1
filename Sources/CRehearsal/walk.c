#define _GNU_SOURCE
#include "walk.h"

#include <stdlib.h>
#include <string.h>

void rehearsal_note(rehearsal_walk *walk, rehearsal_hazard hazard) {
    if (hazard >= HAZARD_COUNT) return;
    if (walk->report->hazards[hazard]++ == 0) {
        memcpy(walk->report->places[hazard], walk->report->current, REHEARSAL_PATH);
    }
}

bool rehearsal_spend(rehearsal_walk *walk) {
    if (walk->budget > 0) {
        walk->budget -= 1;
        return true;
    }
    rehearsal_note(walk, HAZARD_TOO_MANY_OBJECTS);
    return false;
}

/* Puts `text` before what stands at `*start`; false when there is no room. */
static bool prepend(char *path, size_t *start, const char *text) {
    size_t length = strlen(text);
    bool fits = length <= *start;
    if (!fits) {
        text += length - *start;
        length = *start;
    }
    *start -= length;
    memcpy(path + *start, text, length);
    return fits;
}

void rehearsal_say(rehearsal_walk *walk, size_t node, const char *separator, const char *name) {
    char path[REHEARSAL_PATH];
    size_t start = REHEARSAL_PATH - 1;
    path[start] = 0;
    bool fits = true;
    if (name != NULL) fits = prepend(path, &start, name) && prepend(path, &start, separator);
    while (fits && node != 0) {
        fits = prepend(path, &start, walk->nodes[node].name) && prepend(path, &start, "/");
        node = walk->nodes[node].parent;
    }
    if (path[start] != '/') prepend(path, &start, "/");
    memcpy(walk->report->current, path + start, REHEARSAL_PATH - start);
}

static herr_t look_at_failure(unsigned depth, const H5E_error2_t *entry, void *data) {
    (void)depth;
    rehearsal_walk *walk = data;
    if (entry->min_num == H5E_NOSPACE || entry->min_num == H5E_CANTALLOC) walk->out_of_memory = true;
    if (entry->min_num == H5E_NLINKS) rehearsal_note(walk, HAZARD_LINK_LOOP);
    return 0;
}

void rehearsal_failed(rehearsal_walk *walk) {
    H5Ewalk2(H5E_DEFAULT, H5E_WALK_UPWARD, look_at_failure, walk);
    H5Eclear2(H5E_DEFAULT);
}

static size_t slot(const rehearsal_walk *walk, haddr_t address) {
    size_t index = (size_t)(address * 0x9E3779B97F4A7C15u >> 20) % walk->seen_capacity;
    while (walk->seen[index] != HADDR_UNDEF && walk->seen[index] != address) index = (index + 1) % walk->seen_capacity;
    return index;
}

static bool grow_seen(rehearsal_walk *walk) {
    rehearsal_walk larger = *walk;
    larger.seen_capacity = walk->seen_capacity == 0 ? 1024 : walk->seen_capacity * 2;
    larger.seen = malloc(larger.seen_capacity * sizeof *larger.seen);
    if (larger.seen == NULL) return false;
    for (size_t index = 0; index < larger.seen_capacity; index++) larger.seen[index] = HADDR_UNDEF;
    for (size_t index = 0; index < walk->seen_capacity; index++) {
        if (walk->seen[index] != HADDR_UNDEF) larger.seen[slot(&larger, walk->seen[index])] = walk->seen[index];
    }
    free(walk->seen);
    *walk = larger;
    return true;
}

/* Remembers an object; false when it was met before, or there is no memory. */
static bool is_new(rehearsal_walk *walk, haddr_t address) {
    if (address == HADDR_UNDEF) return false;
    if (walk->seen_count * 2 >= walk->seen_capacity && !grow_seen(walk)) {
        walk->out_of_memory = true;
        return false;
    }
    size_t index = slot(walk, address);
    if (walk->seen[index] == address) return false;
    walk->seen[index] = address;
    walk->seen_count += 1;
    return true;
}

static bool add(rehearsal_walk *walk, haddr_t address, size_t parent, const char *name) {
    if (walk->count == walk->capacity) {
        size_t capacity = walk->capacity == 0 ? 256 : walk->capacity * 2;
        rehearsal_node *nodes = realloc(walk->nodes, capacity * sizeof *nodes);
        if (nodes == NULL) return false;
        walk->nodes = nodes;
        walk->capacity = capacity;
    }
    char *copy = strdup(name);
    if (copy == NULL) return false;
    walk->nodes[walk->count++] = (rehearsal_node){address, parent, copy};
    return true;
}

typedef struct {
    rehearsal_walk *walk;
    size_t node;
    hid_t access;
} link_visit;

static herr_t refuse_external(
    const char *parent_file, const char *parent_group, const char *child_file, const char *child_object,
    unsigned *flags, hid_t access, void *data
) {
    (void)parent_file; (void)parent_group; (void)child_file; (void)child_object; (void)flags; (void)access;
    rehearsal_note(data, HAZARD_EXTERNAL_LINK);
    return -1;
}

static herr_t visit_link(hid_t group, const char *name, const H5L_info_t *info, void *data) {
    link_visit *visit = data;
    rehearsal_walk *walk = visit->walk;
    if (walk->out_of_memory || !rehearsal_spend(walk)) return 1;
    switch (info->type) {
    case H5L_TYPE_HARD:
        if (is_new(walk, info->u.address) && !add(walk, info->u.address, visit->node, name)) walk->out_of_memory = true;
        break;
    case H5L_TYPE_SOFT: {
        rehearsal_say(walk, visit->node, "/", name);
        hid_t object = H5Oopen(group, name, visit->access);
        if (object >= 0) H5Oclose(object);
        else rehearsal_failed(walk);
        break;
    }
    case H5L_TYPE_EXTERNAL:
        rehearsal_say(walk, visit->node, "/", name);
        rehearsal_note(walk, HAZARD_EXTERNAL_LINK);
        break;
    default: break;
    }
    return 0;
}

static void visit_links(rehearsal_walk *walk, size_t node, hid_t group) {
    link_visit visit = {walk, node, H5Pcreate(H5P_LINK_ACCESS)};
    H5Pset_elink_cb(visit.access, refuse_external, walk);
    hsize_t start = 0;
    if (H5Literate(group, H5_INDEX_NAME, H5_ITER_INC, &start, visit_link, &visit) < 0) rehearsal_failed(walk);
    H5Pclose(visit.access);
}

static void visit(rehearsal_walk *walk, size_t node) {
    rehearsal_say(walk, node, "", NULL);
    hid_t object = node == 0 ? H5Gopen2(walk->file, "/", H5P_DEFAULT)
                             : H5Oopen_by_addr(walk->file, walk->nodes[node].address);
    if (object < 0) {
        rehearsal_failed(walk);
        return;
    }
    walk->report->objects += 1;
    rehearsal_attributes(walk, node, object);
    rehearsal_say(walk, node, "", NULL);
    switch (H5Iget_type(object)) {
    case H5I_GROUP: visit_links(walk, node, object); break;
    case H5I_DATASET: rehearsal_dataset(walk, object); break;
    default: break;
    }
    rehearsal_say(walk, node, "", NULL);
    if (H5Oclose(object) < 0) rehearsal_failed(walk);
}

void rehearsal_walk_all(rehearsal_walk *walk) {
    H5O_info_t info;
    haddr_t root = HADDR_UNDEF;
    if (H5Oget_info2(walk->file, &info, H5O_INFO_BASIC) >= 0) root = info.addr;
    else rehearsal_failed(walk);
    if (root != HADDR_UNDEF && !is_new(walk, root)) return;
    if (!add(walk, root, 0, "")) walk->out_of_memory = true;
    for (size_t node = 0; node < walk->count && !walk->out_of_memory; node++) visit(walk, node);
}
