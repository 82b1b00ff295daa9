# Finds the library in the folder that it was published to: this file's parent folder, or Pix2PixRealtime_ROOT.
# Gives the target Pix2PixRealtime::pix2pix_realtime and the variable Pix2PixRealtime_VERSION.
get_filename_component(_pix2pix_home "${CMAKE_CURRENT_LIST_DIR}/.." ABSOLUTE)

find_path(Pix2PixRealtime_INCLUDE_DIR pix2pix_realtime.h HINTS "${Pix2PixRealtime_ROOT}" "${_pix2pix_home}" PATH_SUFFIXES include)
find_library(Pix2PixRealtime_LIBRARY NAMES pix2pix_realtime libpix2pix_realtime HINTS "${Pix2PixRealtime_ROOT}" "${_pix2pix_home}")
mark_as_advanced(Pix2PixRealtime_INCLUDE_DIR Pix2PixRealtime_LIBRARY)

if(Pix2PixRealtime_INCLUDE_DIR)
  # The header says 0x00010002u for 1.2.
  file(STRINGS "${Pix2PixRealtime_INCLUDE_DIR}/pix2pix_realtime.h" _pix2pix_line REGEX "define P2P_VERSION 0x")
  string(REGEX MATCH "0x[0-9a-fA-F]+" _pix2pix_number "${_pix2pix_line}")
  math(EXPR _pix2pix_major "${_pix2pix_number} >> 16")
  math(EXPR _pix2pix_minor "${_pix2pix_number} & 0xffff")
  set(Pix2PixRealtime_VERSION "${_pix2pix_major}.${_pix2pix_minor}")
endif()

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(Pix2PixRealtime
  REQUIRED_VARS Pix2PixRealtime_LIBRARY Pix2PixRealtime_INCLUDE_DIR
  VERSION_VAR Pix2PixRealtime_VERSION)

if(Pix2PixRealtime_FOUND AND NOT TARGET Pix2PixRealtime::pix2pix_realtime)
  add_library(Pix2PixRealtime::pix2pix_realtime UNKNOWN IMPORTED)
  set_target_properties(Pix2PixRealtime::pix2pix_realtime PROPERTIES
    IMPORTED_LOCATION "${Pix2PixRealtime_LIBRARY}"
    INTERFACE_INCLUDE_DIRECTORIES "${Pix2PixRealtime_INCLUDE_DIR}")
endif()
