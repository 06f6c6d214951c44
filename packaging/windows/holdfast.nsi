; Installs for one person, without an administrator, and never touches a vault.
Unicode true
Target amd64-unicode
!include MUI2.nsh
!ifndef VERSION
  !error "makensis -DVERSION=… -DFROM=… -DTO=…"
!endif

Name "Holdfast"
OutFile "${TO}"
InstallDir "$LOCALAPPDATA\Programs\Holdfast"
InstallDirRegKey HKCU "Software\Holdfast" "Folder"
RequestExecutionLevel user
SetCompressor /SOLID lzma
; When a file was built is left out: the same sources give the same bytes.
SetDateSave off
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "Holdfast"
VIAddVersionKey "FileDescription" "Holdfast installer"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "Apache License 2.0"

!define MUI_ICON "holdfast.ico"
!define MUI_UNICON "holdfast.ico"
!define MUI_FINISHPAGE_RUN "$INSTDIR\holdfast.exe"
!insertmacro MUI_PAGE_LICENSE "..\..\LICENSE"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "Spanish"

LangString Left ${LANG_ENGLISH} "Holdfast was removed. Your vault and your backups were left where they are: remove them yourself if you no longer need them."
LangString Left ${LANG_SPANISH} "Se quitó Holdfast. Su bóveda y sus copias de seguridad quedaron donde están: quítelas usted si ya no las necesita."

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Holdfast"

Section
  SetOutPath "$INSTDIR"
  File "${FROM}\holdfast.exe"
  File "${FROM}\holdfastctl.exe"
  File "..\..\LICENSE"
  File "..\..\NOTICE"
  File "${FROM}\LICENSES.txt"
  CreateShortcut "$SMPROGRAMS\Holdfast.lnk" "$INSTDIR\holdfast.exe"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  WriteRegStr HKCU "Software\Holdfast" "Folder" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "Holdfast"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\holdfast.exe"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "The Holdfast authors"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
SectionEnd

; Only what was installed, by name: a vault could lie in the same folder.
Section "Uninstall"
  Delete "$INSTDIR\holdfast.exe"
  Delete "$INSTDIR\holdfastctl.exe"
  Delete "$INSTDIR\LICENSE"
  Delete "$INSTDIR\NOTICE"
  Delete "$INSTDIR\LICENSES.txt"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Holdfast.lnk"
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "Software\Holdfast"
  IfSilent +2
  MessageBox MB_OK "$(Left)"
SectionEnd
