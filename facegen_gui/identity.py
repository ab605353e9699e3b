"""The names and ids of the program, each written once."""

NAME = "Face Gen Viewer"
PACKAGE = "facegen-gui"
# Reverse-DNS id, shared by the .desktop file, AppStream, the macOS bundle and the AppUserModelID.
APP_ID = "io.github.facegen_gui.FaceGenViewer"
KEYRING_SERVICE = NAME
DEFAULT_SERVER = "https://modelslab.com/api/v1/enterprise"
