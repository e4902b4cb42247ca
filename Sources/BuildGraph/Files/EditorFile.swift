/// Files that editors and systems leave beside those that people write, and that nobody means.
package enum EditorFile {
    /// Whether a name is that of a lock, a swap file, an unsaved copy, or a folder's look.
    package static func isOne(_ name: String) -> Bool {
        // Emacs and LibreOffice lock what they edit; macOS keeps what other file systems have no place for.
        if [".#", ".~lock.", "._"].contains(where: name.hasPrefix) || name == ".DS_Store" { return true }
        if name.hasPrefix("#"), name.hasSuffix("#") { return true }
        return name.hasPrefix(".") && [".swp", ".swo", ".swx", ".un~"].contains(where: name.hasSuffix)
    }
}
