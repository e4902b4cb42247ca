import Glibc

/// The memory of the machine, which nodes that run at once share.
enum PhysicalMemory {
    static let bytes: Int = {
        let (pages, size) = (sysconf(CInt(_SC_PHYS_PAGES)), sysconf(CInt(_SC_PAGESIZE)))
        return pages > 0 && size > 0 ? pages * size : .max
    }()
}
