#define _GNU_SOURCE
#include "include/rehearsal.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

static const rehearsal_image NOTHING = {NULL, 0, -1};

bool rehearsal_image_make(uint64_t count, rehearsal_image *image) {
    *image = NOTHING;
    if (count > INT64_MAX) return false;
    if (count == 0) count = 1;
    int file = memfd_create("image", MFD_CLOEXEC | MFD_ALLOW_SEALING);
    if (file < 0) return false;
    void *bytes = ftruncate(file, (off_t)count) != 0
        ? MAP_FAILED
        : mmap(NULL, count, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    if (bytes == MAP_FAILED) {
        close(file);
        return false;
    }
    *image = (rehearsal_image){bytes, count, file};
    return true;
}

bool rehearsal_image_seal(rehearsal_image *image) {
    munmap(image->bytes, image->count);
    image->bytes = NULL;
    int seals = F_SEAL_WRITE | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL;
    void *bytes = fcntl(image->file, F_ADD_SEALS, seals) != 0
        ? MAP_FAILED
        : mmap(NULL, image->count, PROT_READ, MAP_PRIVATE, image->file, 0);
    if (bytes == MAP_FAILED) {
        rehearsal_image_give_back(image);
        return false;
    }
    image->bytes = bytes;
    return true;
}

void rehearsal_image_give_back(rehearsal_image *image) {
    if (image->bytes != NULL) munmap(image->bytes, image->count);
    if (image->file >= 0) close(image->file);
    *image = NOTHING;
}
