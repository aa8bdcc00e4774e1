#include "include/rehearsal.h"

/* Exponents of honest numbers take less; libhdf5 computes with them as whole numbers. */
enum { LONGEST_EXPONENT = 31 };

static bool fits(size_t position, size_t bits, size_t room) { return bits <= room && position <= room - bits; }

static bool is_within(hid_t type, size_t *precision) {
    int offset = H5Tget_offset(type);
    size_t size = H5Tget_size(type);
    *precision = H5Tget_precision(type);
    return size > 0 && size <= SIZE_MAX / 8 && offset >= 0 && *precision > 0
        && fits((size_t)offset, *precision, size * 8);
}

static bool is_float(hid_t type) {
    size_t precision = 0, sign = 0, exponent = 0, exponent_bits = 0, mantissa = 0, mantissa_bits = 0;
    if (!is_within(type, &precision)) return false;
    if (H5Tget_fields(type, &sign, &exponent, &exponent_bits, &mantissa, &mantissa_bits) < 0) return false;
    return fits(sign, 1, precision) && fits(exponent, exponent_bits, precision)
        && fits(mantissa, mantissa_bits, precision) && exponent_bits > 0 && exponent_bits <= LONGEST_EXPONENT;
}

static bool is_enumeration(hid_t type) {
    hid_t base = H5Tget_super(type);
    if (base < 0) return false;
    size_t precision = 0;
    bool fits = H5Tget_class(base) == H5T_INTEGER && is_within(base, &precision)
        && H5Tget_size(base) == H5Tget_size(type);
    H5Tclose(base);
    return fits;
}

bool rehearsal_is_number(hid_t type) {
    size_t precision = 0;
    bool is_number = false;
    switch (H5Tget_class(type)) {
    case H5T_INTEGER: is_number = is_within(type, &precision); break;
    case H5T_FLOAT: is_number = is_float(type); break;
    case H5T_ENUM: is_number = is_enumeration(type); break;
    default: break;
    }
    if (!is_number) H5Eclear2(H5E_DEFAULT);
    return is_number;
}
