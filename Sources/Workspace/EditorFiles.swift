/// What editors and version control are told of a workspace.
enum EditorFiles {
  /// The journal is kept under version control, so that progress comes along to another machine; the database is made from it.
  static let ignored = """
    .build/
    .swiftpm/
    .gradus/*
    !.gradus/journal

    """

  static let extensions = """
    {
      "recommendations": ["swiftlang.swift-vscode"]
    }

    """

  /// What a line of `gradus` that names a place looks like: `file:line:column: severity: message`.
  static let problemPattern = #"^\s*([^\s:][^:]*):(\d+):(\d+): (error|warning|note): (.*)$"#

  static let tasks = """
    {
      "version": "2.0.0",
      "tasks": [
        {
          "label": "gradus: check this exercise",
          "type": "shell",
          "command": "gradus check ${fileBasenameNoExtension}",
          "group": { "kind": "build", "isDefault": true },
          "presentation": { "clear": true },
          "problemMatcher": \(matcher(background: nil))
        },
        {
          "label": "gradus: watch",
          "type": "shell",
          "command": "gradus watch --plain",
          "isBackground": true,
          "presentation": { "clear": true },
          "problemMatcher": \(matcher(background: (begins: "^checking ", ends: "^waiting ")))
        },
        {
          "label": "gradus: hint",
          "type": "shell",
          "command": "gradus hint ${fileBasenameNoExtension}",
          "problemMatcher": []
        },
        {
          "label": "gradus: next exercise",
          "type": "shell",
          "command": "gradus next",
          "problemMatcher": []
        }
      ]
    }

    """

  private static func matcher(background: (begins: String, ends: String)?) -> String {
    let pattern = problemPattern.replacing("\\", with: "\\\\")
    let watching = background.map {
      """
      ,
              "background": { "activeOnStart": true, "beginsPattern": "\($0.begins)", "endsPattern": "\($0.ends)" }
      """
    }
    return """
      {
              "owner": "gradus",
              "fileLocation": ["autoDetect", "${workspaceFolder}"],
              "pattern": { "regexp": "\(pattern)", "file": 1, "line": 2, "column": 3, "severity": 4, "message": 5 }\(watching ?? "")
            }
      """
  }
}
