@echo off
rem Double-click to open the knowledge base. Words for people stand in a UTF-8 file of their own:
rem cmd reads this one in the code page of the system, so it holds nothing but ASCII.
setlocal
cd /d "%~dp0"
chcp 65001 >nul
set "CHECK=import sys; sys.exit(sys.version_info < (3, 11))"

set "PYTHON=py -3"
%PYTHON% -c "%CHECK%" >nul 2>nul && goto found
set "PYTHON=python3"
%PYTHON% -c "%CHECK%" >nul 2>nul && goto found
set "PYTHON=python"
%PYTHON% -c "%CHECK%" >nul 2>nul && goto found
type "scripts\need-python.txt"
pause
exit /b 1

:found
%PYTHON% "scripts\serve.py" %*
set "CODE=%errorlevel%"
rem 130: ended with Ctrl+C
if not "%CODE%"=="0" if not "%CODE%"=="130" pause
exit /b %CODE%
