; The Windows installer. installer.py passes what differs: NAME VERSION NUMBERS PUBLISHER COPYRIGHT APP_ID EXE
; KEYRING_SERVICE SIZE_KB SOURCE (the frozen folder) ICON OUTPUT, and SIGN, a command that signs a file.
;
; Switches:   /S silent   /ALLUSERS for everyone (as administrator)   /DESKTOP with a desktop icon
;             /D=C:\folder (last, without quotes)
; Uninstall:  /S silent   /PURGE also removes the kept pictures, settings and the API key of this person
; Exit codes: 0 done   1 cancelled   2 failed   3 the program was still running   740 needs an administrator

Unicode true
Target amd64-unicode
SetCompressor /SOLID lzma
ManifestDPIAware true
RequestExecutionLevel user

!include MUI2.nsh
!include LogicLib.nsh
!include FileFunc.nsh
!include x64.nsh
!include WinVer.nsh
!include Win\COM.nsh
!include Win\Propkey.nsh

!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${APP_ID}"
!define PRACTICE "${NAME} (practice)"
!define EXIT_FAILED 2
!define EXIT_RUNNING 3
!define EXIT_NEEDS_ADMINISTRATOR 740

Name "${NAME}"
OutFile "${OUTPUT}"
BrandingText "${NAME} ${VERSION}"
VIProductVersion "${NUMBERS}"
VIFileVersion "${NUMBERS}"
VIAddVersionKey "ProductName" "${NAME}"
VIAddVersionKey "CompanyName" "${PUBLISHER}"
VIAddVersionKey "LegalCopyright" "${COPYRIGHT}"
VIAddVersionKey "FileDescription" "${NAME} Setup"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "ProductVersion" "${VERSION}"

!ifdef SIGN
  !uninstfinalize '${SIGN} "%1"' = 0
  !finalize '${SIGN} "%1"' = 0
!endif

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_COMPONENTSPAGE_NODESC
!define MUI_FINISHPAGE_RUN "$INSTDIR\${EXE}"
!define MUI_FINISHPAGE_NOAUTOCLOSE
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_COMPONENTS
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

Var AllUsers
Var Installation ; its id: in the file beside the uninstaller and in its entry under Apps
Var Waited

; Which installation the uninstaller belongs to: a path can be spelled in many ways.
!define MARK "$INSTDIR\uninstall.ini"

!macro USE_ALL_USERS
  StrCpy $AllUsers 1
  SetShellVarContext all
!macroend

; A running program keeps its file locked: opening it for writing tells. Asks, or with /S waits for a minute.
!macro WAIT_UNTIL_CLOSED PREFIX
Function ${PREFIX}WaitUntilClosed
  StrCpy $Waited 0
  ${Do}
    ${IfNot} ${FileExists} "$INSTDIR\${EXE}"
      ${ExitDo}
    ${EndIf}
    ClearErrors
    FileOpen $0 "$INSTDIR\${EXE}" a
    ${IfNot} ${Errors}
      FileClose $0
      ${ExitDo}
    ${EndIf}
    ${If} ${Silent}
      ${If} $Waited >= 120
        SetErrorLevel ${EXIT_RUNNING}
        Quit
      ${EndIf}
      IntOp $Waited $Waited + 1
      Sleep 500
    ${Else}
      MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "${NAME} is open. Close it, then choose Retry.$\r$\n$\r$\nNothing is lost: it goes on where it was when it is opened again." IDRETRY again
      SetErrorLevel ${EXIT_RUNNING}
      Quit
      again:
    ${EndIf}
  ${Loop}
FunctionEnd
!macroend
!insertmacro WAIT_UNTIL_CLOSED ""
!insertmacro WAIT_UNTIL_CLOSED "un."

Function .onInit
  ${IfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONSTOP "${NAME} needs Windows 10 or later." /SD IDOK
    SetErrorLevel ${EXIT_FAILED}
    Quit
  ${EndIf}
  SetRegView 64
  SetShellVarContext current
  StrCpy $AllUsers 0
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/ALLUSERS" $R1
  ${IfNot} ${Errors}
    !insertmacro USE_ALL_USERS
    UserInfo::GetAccountType
    Pop $R2
    ${If} $R2 != "Admin"
      ${If} ${Silent}
        SetErrorLevel ${EXIT_NEEDS_ADMINISTRATOR}
      ${Else}
        ExecShell "runas" "$EXEPATH" "$R0"
      ${EndIf}
      Quit
    ${EndIf}
  ${EndIf}
  ${If} $INSTDIR == ""
    ReadRegStr $INSTDIR SHCTX "${UNINSTALL_KEY}" "InstallLocation"
  ${EndIf}
  ${If} $INSTDIR == ""
    ${If} $AllUsers = 1
      StrCpy $INSTDIR "$PROGRAMFILES64\${NAME}"
    ${Else}
      StrCpy $INSTDIR "$LOCALAPPDATA\Programs\${NAME}"
    ${EndIf}
  ${EndIf}
FunctionEnd

; A shortcut that carries the program's AppUserModelID, so that window and pinned icon belong together.
Function CreateProgramShortcut
  Exch $R9
  SetOutPath "$INSTDIR"
  CreateShortcut "$R9" "$INSTDIR\${EXE}"
  !insertmacro ComHlpr_CreateInProcInstance ${CLSID_ShellLink} ${IID_IShellLink} r0 ""
  ${If} $0 P<> 0
    ${IUnknown::QueryInterface} $0 '("${IID_IPersistFile}",.r1)'
    ${If} $1 P<> 0
      ${IPersistFile::Load} $1 '("$R9",${STGM_READWRITE})'
      ${IUnknown::QueryInterface} $0 '("${IID_IPropertyStore}",.r2)'
      ${If} $2 P<> 0
        System::Call '*${SYSSTRUCT_PROPERTYKEY}(${PKEY_AppUserModel_ID})p.r3'
        System::Call '*(&w128 "${APP_ID}")p.r5'
        System::Call '*${SYSSTRUCT_PROPVARIANT}(${VT_LPWSTR},,p r5)p.r4'
        ${IPropertyStore::SetValue} $2 '($3,$4)'
        ${IPropertyStore::Commit} $2 ""
        System::Free $3
        System::Free $4
        System::Free $5
        ${IUnknown::Release} $2 ""
        ${IPersistFile::Save} $1 '("$R9",1)'
      ${EndIf}
      ${IUnknown::Release} $1 ""
    ${EndIf}
    ${IUnknown::Release} $0 ""
  ${EndIf}
  Pop $R9
FunctionEnd

Section "${NAME}" SectionProgram
  SectionIn RO
  Call WaitUntilClosed
  ; Files of an older version would stay beside the new ones.
  RMDir /r "$INSTDIR\_internal"
  SetOutPath "$INSTDIR"
  ClearErrors
  File /r "${SOURCE}\*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  ${If} ${Errors}
    SetErrorLevel ${EXIT_FAILED}
    MessageBox MB_OK|MB_ICONSTOP "${NAME} could not be written to $INSTDIR. Is the disk full, or the folder read-only?" /SD IDOK
    Quit
  ${EndIf}
  System::Call 'ole32::CoCreateGuid(g .s)'
  Pop $Installation
  WriteINIStr "${MARK}" "Installation" "Id" "$Installation"
  WriteINIStr "${MARK}" "Installation" "AllUsers" "$AllUsers"
  Push "$SMPROGRAMS\${NAME}.lnk"
  Call CreateProgramShortcut
  ; Without the AppUserModelID: a window that is pinned to the taskbar is the real program's.
  SetOutPath "$INSTDIR"
  CreateShortcut "$SMPROGRAMS\${PRACTICE}.lnk" "$INSTDIR\${EXE}" "--demo"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "InstallationId" "$Installation"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayName" "${NAME}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "Publisher" "${PUBLISHER}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\${EXE}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "EstimatedSize" ${SIZE_KB}
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoRepair" 1
SectionEnd

Section /o "Icon on the desktop" SectionDesktop
  Push "$DESKTOP\${NAME}.lnk"
  Call CreateProgramShortcut
SectionEnd

Section "-desktop switch"
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/DESKTOP" $R1
  ${IfNot} ${Errors}
    Push "$DESKTOP\${NAME}.lnk"
    Call CreateProgramShortcut
  ${EndIf}
SectionEnd

!include uninstall.nsh
