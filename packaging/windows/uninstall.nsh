; The uninstaller's half of setup.nsi, which includes it.

Function un.onInit
  SetRegView 64
  SetShellVarContext current
  ReadINIStr $Installation "${MARK}" "Installation" "Id"
  ReadINIStr $AllUsers "${MARK}" "Installation" "AllUsers"
  ${If} $AllUsers == 1
    !insertmacro USE_ALL_USERS
    UserInfo::GetAccountType
    Pop $R2
    ${If} $R2 != "Admin"
      ${If} ${Silent}
        SetErrorLevel ${EXIT_NEEDS_ADMINISTRATOR}
      ${Else}
        ${GetParameters} $R1
        ExecShell "runas" "$INSTDIR\uninstall.exe" "$R1"
      ${EndIf}
      Quit
    ${EndIf}
  ${EndIf}
FunctionEnd

Section "un.${NAME}" UninstallProgram
  SectionIn RO
  Call un.WaitUntilClosed
  ; Links and entry may be those of a later installation in another folder.
  ReadRegStr $R0 SHCTX "${UNINSTALL_KEY}" "InstallationId"
  ${If} $R0 == $Installation
    Delete "$SMPROGRAMS\${NAME}.lnk"
    Delete "$SMPROGRAMS\${PRACTICE}.lnk"
    Delete "$DESKTOP\${NAME}.lnk"
    DeleteRegKey SHCTX "${UNINSTALL_KEY}"
  ${EndIf}
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\${EXE}"
  Delete "${MARK}"
  Delete "$INSTDIR\uninstall.exe"
  ; Only when it is empty: nothing that a person put there is touched.
  RMDir "$INSTDIR"
  ${If} $AllUsers <> 1
    RMDir "$LOCALAPPDATA\Programs"
  ${EndIf}
SectionEnd

; The key's entries in the Credential Manager: the service's name, or "<server>@<service's name>".
Function un.ForgetKeys
  System::Call 'advapi32::CredEnumerateW(p 0, i 0, *i .r1, *p .r2) i .r0'
  ${If} $0 = 0
    Return
  ${EndIf}
  IntOp $1 $1 - 1
  StrLen $7 "@${KEYRING_SERVICE}"
  ${ForEach} $3 0 $1 + 1
    IntPtrOp $4 $3 * ${NSIS_PTR_SIZE}
    IntPtrOp $4 $2 + $4
    System::Call '*$4(p .r5)'
    ; CREDENTIALW begins: flags, type, target name.
    System::Call '*$5(i, i .r8, w .r6)'
    StrCpy $9 $6 "" -$7
    ${If} $6 == "${KEYRING_SERVICE}"
    ${OrIf} $9 == "@${KEYRING_SERVICE}"
      System::Call 'advapi32::CredDeleteW(w r6, i r8, i 0)'
    ${EndIf}
  ${Next}
  System::Call 'advapi32::CredFree(p r2)'
FunctionEnd

!macro PURGE
  SetShellVarContext current
  RMDir /r "$LOCALAPPDATA\${NAME}"
  Call un.ForgetKeys
!macroend

Section /o "un.My pictures, settings and API key kept by ${NAME}" UninstallData
  !insertmacro PURGE
SectionEnd

Section "-un.purge switch"
  ${un.GetParameters} $R0
  ClearErrors
  ${un.GetOptions} $R0 "/PURGE" $R1
  ${IfNot} ${Errors}
    !insertmacro PURGE
  ${EndIf}
SectionEnd
