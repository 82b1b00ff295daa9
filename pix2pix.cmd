@echo off
rem Launches Pix2Pix.Realtime on Windows: builds once (and again when sources changed), runs. It takes the same words as the bash script 'pix2pix'.
rem All that it has to say itself goes to stderr; stdout belongs to the verb.
setlocal
set "root=%~dp0"
set "verb=%~1"
if not defined verb set "verb=live"
set DOTNET_CLI_TELEMETRY_OPTOUT=1
set DOTNET_NOLOGO=1
if not defined Accelerator set Accelerator=cpu
set "output=%root%artifacts"
if not "%Accelerator%"=="cpu" set "output=%root%artifacts\%Accelerator%"
set "program=%output%\bin\Pix2Pix.Realtime.App\release\pix2pix.exe"

rem Help needs the app alone, whatever program serves the verb; so does a generator that is a file already.
set training=
for %%v in (train host export distill) do if "%verb%"=="%%v" set training=1
for %%a in (%*) do (
  if "%%~a"=="--help" set training=
  if "%%~a"=="-h" set training=
  if "%verb%"=="export" if "%%~a"=="--model" set training=
  if "%verb%"=="bench" for %%r in (train ranks panel all) do if "%%~a"=="%%r" set training=1
)
if defined training call :build Pix2Pix.Realtime.Training || exit /b 1
call :build Pix2Pix.Realtime.App || exit /b 1

rem The failing goto ends the script, so that Ctrl-C in the program isn't followed by "Terminate batch job (Y/N)?".
goto :program-runs-outside-the-script 2>nul || "%program%" %*

rem --- build PROJECT: brings its output up to date with the sources ---------------------------------------------------
:build
set "stamp=%output%\.built-%1"
set "log=%output%\build-%1.log"
if exist "%stamp%" (
  powershell -NoProfile -NonInteractive -Command "$built = (Get-Item -LiteralPath $env:stamp).LastWriteTimeUtc; $sources = 'src', 'Directory.Build.props', 'Directory.Packages.props', 'global.json' | ForEach-Object { Join-Path $env:root $_ }; if (Get-ChildItem -LiteralPath $sources -Recurse -File | Where-Object LastWriteTimeUtc -gt $built | Select-Object -First 1) { exit 1 }"
  if not errorlevel 1 exit /b 0
)
where dotnet >nul 2>nul
if errorlevel 1 (
  echo pix2pix: Expected the .NET 10 SDK ^('dotnet' on the PATH^), found none; install it from https://dotnet.microsoft.com/download and try again. 1>&2
  exit /b 1
)
if not exist "%output%" mkdir "%output%"
echo pix2pix: building %1 ^(once; it takes a minute^) 1>&2
type nul > "%stamp%.begun"
dotnet build "%root%src\%1" -c Release -v quiet -nologo -clp:NoSummary > "%log%" 2>&1 < nul
if errorlevel 1 (
  findstr /c:"error" "%log%" 1>&2
  echo pix2pix: The build failed; its output is in "%log%" 1>&2
  exit /b 1
)
move /y "%stamp%.begun" "%stamp%" > nul
exit /b 0
