// Nothing to import: this module carries the flags of pkg-config to the C++ target CPopplerShim.
