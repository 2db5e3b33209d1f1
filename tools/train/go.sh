#!/bin/sh
# Trains several recipes side by side on one card: go.sh OUT SECONDS text:NAME digits:K …   (DATA names the folder of the data)
out=$1 seconds=$2
shift 2
cd "$(dirname "$0")" || exit 1
nvidia-cuda-mps-control -d 2>/dev/null && trap 'echo quit | nvidia-cuda-mps-control' EXIT # kernels of several processes at once, where the card's driver lets them
export PYTHONUNBUFFERED=1 OMP_NUM_THREADS=1
python3 kernels.py || exit 1
for job in "$@"; do
  python3 "${job%%:*}.py" "$out" "${job#*:}" "$seconds" >"$out/${job#*:}.log" 2>&1 &
done
wait
