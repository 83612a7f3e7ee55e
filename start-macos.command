#!/bin/bash
# 在 macOS 上双击打开案例库。
cd "$(dirname "$0")" || exit 1
export PATH="$PATH:/opt/homebrew/bin:/usr/local/bin"
for version in 3.14 3.13 3.12 3.11; do
    export PATH="$PATH:/Library/Frameworks/Python.framework/Versions/$version/bin"
done

status=1
found=""
for python in python3.14 python3.13 python3.12 python3.11 python3; do
    # Without Apple's developer tools /usr/bin/python3 only offers to install them.
    path=$(command -v "$python") || continue
    [ "$path" = /usr/bin/python3 ] && ! xcode-select -p >/dev/null 2>&1 && continue
    "$path" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 || continue
    found=$path
    break
done

if [ -n "$found" ]; then
    "$found" scripts/serve.py "$@"
    status=$?
else
    echo "没有找到 Python 3.11 或更新的版本。"
    echo "请到 https://www.python.org/downloads/ 下载安装，再双击一次本文件。"
fi
if [ "$status" -ne 0 ] && [ "$status" -ne 130 ] && [ -t 0 ]; then
    read -r -p "按回车键关闭这个窗口。"
fi
exit "$status"
