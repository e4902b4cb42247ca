import PaperKit
