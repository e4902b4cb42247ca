import ExternalPrograms
import Glibc

/// Shell commands that run at once; this program ends with the last of them, if it is not killed before.
enum ShellCommands {
    static func run(_ commands: [String]) {
        var threads: [pthread_t] = []
        for command in commands {
            var thread = pthread_t()
            pthread_create(
                &thread, nil,
                { pointer in
                    guard let pointer else { return nil }
                    let command = Unmanaged<Command>.fromOpaque(pointer).takeRetainedValue().text
                    do {
                        _ = try ExternalProgram("/bin/sh", ["-c", command], environment: ["PATH": "/usr/bin:/bin"])
                            .run()
                    } catch {
                        print(error)
                    }
                    return nil
                }, Unmanaged.passRetained(Command(command)).toOpaque())
            threads.append(thread)
        }
        for thread in threads { pthread_join(thread, nil) }
    }

    private final class Command: Sendable {
        let text: String

        init(_ text: String) { self.text = text }
    }
}
