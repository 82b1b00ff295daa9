@echo off
rem The test suite on Windows: builds, runs everything (one project also as Debug), and ends with one line of counts. Installs nothing.
setlocal
cd /d "%~dp0"
set DOTNET_CLI_TELEMETRY_OPTOUT=1
set DOTNET_NOLOGO=1
if not "%~1"=="" (
  echo test.cmd: expected no argument, found '%~1' 1>&2
  exit /b 2
)
set "debug=tests\Pix2Pix.Realtime.Rendering.Tests"
echo building
dotnet build Pix2Pix.Realtime.sln -c Release -v quiet -nologo -clp:NoSummary || exit /b 1
rem Once more as Debug, which checks for overflow and for driver objects that nobody disposed. Its analyzers have just run.
dotnet build "%debug%" -c Debug -v quiet -nologo -clp:NoSummary -p:RunAnalyzers=false || exit /b 1
set status=0
set passed=0
set failed=0
set skipped=0
call :run artifacts\test.log --solution Pix2Pix.Realtime.sln -c Release
call :run artifacts\test-debug.log --project "%debug%" -c Debug
echo %passed% passed, %failed% failed, %skipped% skipped
if %passed%==0 exit /b 1
exit /b %status%

rem --- run LOG ARGUMENTS: runs tests and adds their counts; the runner's summary has a line a count, e.g. "  succeeded: 41" ---
:run
set "log=%1"
echo testing; the output is in %log%
dotnet test %2 %3 %4 %5 --no-build --no-progress > "%log%" 2>&1 < nul || set status=1
type "%log%"
for /f "tokens=2" %%n in ('findstr /r /c:"^ *succeeded: *[0-9]" "%log%"') do set /a passed+=%%n
for /f "tokens=2" %%n in ('findstr /r /c:"^ *failed: *[0-9]" "%log%"') do set /a failed+=%%n
for /f "tokens=2" %%n in ('findstr /r /c:"^ *skipped: *[0-9]" "%log%"') do set /a skipped+=%%n
exit /b 0
