#!/usr/bin/env bash
# Makes src/Clipyard.Sandbox/Clips again: the clips, photos, sounds and their list (clips.json).
# Needs ffmpeg with libx264, libx265, libmp3lame and libwebp (Debian: apt-get install ffmpeg).
#
# Every picture is a formula, drawn small and scaled up: smooth shapes stay smooth and cost few bytes.
set -euo pipefail
cd "$(dirname "$0")/.."

out="${1:-src/Clipyard.Sandbox/Clips}"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
mkdir -p "$out"
rm -f "$out"/*.mp4 "$out"/*.jpg "$out"/*.webp "$out"/*.m4a "$out"/*.mp3 "$out"/clips.json

ff() { ffmpeg -hide_banner -loglevel error -nostdin -y "$@"; }

# Nothing that changes from run to run: no dates, no version strings.
plain=(-map_metadata -1 -fflags +bitexact -flags:v +bitexact -flags:a +bitexact)

# paint SIZE FPS R G B: a lavfi source whose colours are formulas of X, Y, W, H, T.
paint() { echo "color=c=black:s=$1:r=$2,format=gbrp,geq=r='$3':g='$4':b='$5'"; }

# layers N Y0 STEP AMPLITUDE WAVES SPEED: how many wavy layers lie over this pixel (0..N, edges softened).
layers() {
  local n=$1 y0=$2 step=$3 amp=$4 waves=$5 speed=$6 sum="0" i
  for i in $(seq 0 $((n - 1))); do
    sum+="+clip((Y/H-$y0-$i*$step-$amp*sin(6.283*X/W*($waves+0.27*$i)+T*($speed+0.22*$i)+1.9*$i)"
    sum+="-$amp*0.45*sin(6.283*X/W*($waves*2.3+0.4*$i)-T*($speed*0.6)+0.7*$i))*H/2,0,1)"
  done
  echo "$sum"
}

# over LAYERS N SKY NEAR FAR: one channel of a layered landscape, far layers first.
over() { echo "st(0,$1);st(1,clip(ld(0),0,1));($3)*(1-ld(1))+ld(1)*($4+($5-($4))*(ld(0)-1)/($2-1))"; }

# lights WIDTH: soft lights that rise slowly and begin again below.
lights() {
  local width=$1 sum="0" spots spot
  spots=("0.18 0.9 0.10 1.0" "0.72 0.7 0.07 0.7" "0.45 0.4 0.13 0.8" "0.85 0.2 0.09 1.0" "0.30 0.15 0.06 0.6"
    "0.60 1.05 0.11 0.9" "0.08 0.55 0.08 0.7" "0.92 0.5 0.12 0.6" "0.52 0.75 0.05 0.9" "0.36 0.62 0.09 0.5")
  for spot in "${spots[@]}"; do
    # shellcheck disable=SC2086 # four numbers, split on purpose
    set -- $spot
    sum+="+$4*exp(-(pow(X/W-$1-0.03*sin(T*0.9+20*$1),2)+pow((Y/H-mod($2+1.4-$3*T,1.4)+0.2)*H/W,2))/$width)"
  done
  echo "$sum"
}

source_of() {
  local s l
  case "$1" in
    tide) # evening sea under a low sun
      l="$(layers 6 0.46 0.09 0.012 1.1 0.9)"
      s="clip((0.13-hypot(X/W-0.5,(Y/H-0.36-0.004*T)*H/W))*W/3,0,1)"
      paint 288x512 30 "$(over "$l" 6 "min(255,70+230*Y/H+$s*110)" 255 20)" "$(over "$l" 6 "min(225,60+170*Y/H+$s*95)" 145 30)" \
        "$(over "$l" 6 "120+20*Y/H+$s*15" 130 75)" ;;
    aurora) # green and violet curtains in a night sky
      l="exp(-pow((Y/H-0.36-0.10*sin(X/W*4+T*0.7)-0.05*sin(X/W*9-T*1.1))*5,2))*(0.65+0.35*sin(X/W*40+6*sin(X/W*3+T*0.5)))"
      s="exp(-pow((Y/H-0.24-0.09*sin(X/W*5-T*0.5+1))*4,2))*(0.6+0.4*sin(X/W*26-4*sin(X/W*4-T*0.4)))"
      local m="clip((Y/H-0.83-0.05*sin(X/W*5+1)-0.02*sin(X/W*17))*H/2,0,1)"
      paint 216x384 30 "clip(10+30*Y/H+40*$l+110*$s,0,255)*(1-$m)+6*$m" "clip(16+50*Y/H+180*$l+20*$s,0,235)*(1-$m)+14*$m" \
        "clip(48+50*Y/H+80*$l+100*$s,0,245)*(1-$m)+26*$m" ;;
    lanterns) # warm lights going up
      l="$(lights 0.006)"
      paint 144x256 25 "st(0,$l);clip(34+50*Y/H+235*ld(0),0,255)" "st(0,$l);clip(22+16*Y/H+150*ld(0)+35*ld(0)*ld(0),0,255)" \
        "st(0,$l);clip(62-8*Y/H+42*ld(0)+70*pow(ld(0),3),0,255)" ;;
    ripples) # rain rings on teal water
      l="sin(hypot(X/W-0.3,(Y/H-0.35)*H/W)*34-T*4)*exp(-1.4*hypot(X/W-0.3,(Y/H-0.35)*H/W))"
      l+="+sin(hypot(X/W-0.8,(Y/H-0.7)*H/W)*30-T*3.4)*exp(-1.6*hypot(X/W-0.8,(Y/H-0.7)*H/W))"
      l+="+sin(hypot(X/W-0.55,(Y/H-0.05)*H/W)*27-T*3)*exp(-2*hypot(X/W-0.55,(Y/H-0.05)*H/W))"
      paint 144x256 30 "st(0,$l);clip(28+36*Y/H+46*ld(0)+40*pow(max(ld(0),0),3),0,255)" \
        "st(0,$l);clip(120-30*Y/H+62*ld(0)+30*pow(max(ld(0),0),3),0,255)" "st(0,$l);clip(138-10*Y/H+52*ld(0),0,255)" ;;
    meadow) # a garden that grows by the rules of life
      echo "life=s=36x64:r=4:mold=14:ratio=0.3:random_seed=7:death_color=#3f7d58:life_color=#ffd98e:mold_color=#1d3c34" ;;
    petals) # a slowly turning flower
      l="hypot(X/W-0.5,(Y/H-0.5)*H/W)"
      s="(0.5+0.5*sin(8*atan2((Y/H-0.5)*H/W,X/W-0.5)+7*$l-T*0.8))*(0.5+0.5*cos($l*13-T*1.3))*exp(-1.1*$l)"
      paint 216x384 25 "st(0,$s);clip(84+30*Y/H+230*ld(0),0,255)" "st(0,$s);clip(38+20*Y/H+150*ld(0)*ld(0)+60*ld(0),0,255)" \
        "st(0,$s);clip(92-14*Y/H+140*ld(0),0,255)" ;;
    lava) # drops of amber in a plum lamp
      l="0.030/(pow(X/W-0.5-0.2*sin(T*0.7),2)+pow((Y/H-0.5-0.3*cos(T*0.6))*H/W,2)+0.004)"
      l+="+0.024/(pow(X/W-0.35-0.15*cos(T*0.9),2)+pow((Y/H-0.3-0.2*sin(T*0.8))*H/W,2)+0.004)"
      l+="+0.034/(pow(X/W-0.62-0.18*sin(T*0.5+2),2)+pow((Y/H-0.75-0.14*cos(T*0.75+1))*H/W,2)+0.004)"
      s="st(0,clip(($l-0.75)*3,0,1));st(1,clip(($l-0.9)*0.5,0,1))"
      paint 240x427 25 "$s;(70+40*Y/H)*(1-ld(0))+ld(0)*(214+41*ld(1))" "$s;(24+12*Y/H)*(1-ld(0))+ld(0)*(76+130*ld(1))" \
        "$s;(74-16*Y/H)*(1-ld(0))+ld(0)*(52+60*ld(1))" ;;
    drift) # slow pastel currents
      l="sin(X/W*5+T*0.6+2*sin(Y/H*3+T*0.4))+sin(Y/H*6-T*0.5+1.5*sin(X/W*4-T*0.3))"
      paint 144x144 25 "st(0,$l);clip(200+48*sin(ld(0)*1.4),0,255)" "st(0,$l);clip(160+46*sin(ld(0)*1.4+2.2),0,255)" \
        "st(0,$l);clip(190+52*sin(ld(0)*1.4+4.1),0,255)" ;;
    dunes) # a ride past desert hills
      l="$(layers 5 0.42 0.12 0.03 0.8 0.5)"
      s="clip((0.06-hypot((X/W-0.7)*W/H*0.5625,(Y/H-0.22)*0.5625))*W/3,0,1)"
      paint 512x288 30 "$(over "$l" 5 "250-70*(1-Y/H)+$s*40" 226 92)" "$(over "$l" 5 "214-40*(1-Y/H)+$s*40" 158 40)" \
        "$(over "$l" 5 "178+30*(1-Y/H)+$s*20" 112 48)" ;;
  esac
}

# chord SECONDS A B C: three soft sines with a slow swell, faded in and out.
chord() {
  local d=$1 a=$2 b=$3 c=$4
  local swell="(0.6+0.4*sin(2*PI*t/$d*2-PI/2))*min(1\,t/0.4)*min(1\,($d-t)/0.6)"
  local left="0.16*$swell*(sin(2*PI*$a*t)+0.7*sin(2*PI*$b*t)+0.5*sin(2*PI*$c*t)+0.12*sin(4*PI*$a*t))"
  local right="0.16*$swell*(sin(2*PI*$a*1.002*t)+0.5*sin(2*PI*$b*0.998*t)+0.7*sin(2*PI*$c*1.001*t))"
  echo "aevalsrc='$left|$right':s=44100:d=$d"
}

rows=()

field() { ffprobe -v error -select_streams "$2" -show_entries "$3" -of default=nw=1:nk=1 "$1" | head -n 1; }

# row NAME FILE KIND [COVER]: one line of clips.json, measured from the file. What does not apply is left out.
row() {
  local path="$out/$2" about codec ms fps audio=false
  if [[ $3 == sound ]]; then
    codec="$(field "$path" a:0 stream=codec_name)" about=""
  else
    codec="$(field "$path" v:0 stream=codec_name)"
    about="$(printf ', "width": %s, "height": %s' "$(field "$path" v:0 stream=width)" "$(field "$path" v:0 stream=height)")"
  fi
  if [[ $codec == mjpeg ]]; then codec=jpeg; fi
  if [[ $3 == video || $3 == sound ]]; then
    ms="$(ffprobe -v error -show_entries format=duration -of default=nw=1:nk=1 "$path" | awk '{printf "%d", $1 * 1000 + 0.5}')"
    if [[ -n "$(field "$path" a:0 stream=codec_name)" ]]; then audio=true; fi
    about+=", \"duration_ms\": $ms"
  fi
  if [[ $3 == video ]]; then fps="$(field "$path" v:0 stream=r_frame_rate)" && about+=", \"fps\": ${fps%/1}"; fi
  if [[ -n "${4:-}" ]]; then about+=", \"cover\": \"$4\""; fi
  rows+=("$(printf '  { "name": "%s", "file": "%s", "kind": "%s", "bytes": %s, "codec": "%s", "has_audio": %s%s }' \
    "$1" "$2" "$3" "$(stat -c %s "$path")" "$codec" "$audio" "$about")")
}

# clip NAME SECONDS SIZE PROFILE CRF COVER_AT A B C: draws it once, without loss, then encodes from that.
clip() {
  local name=$1 seconds=$2 size=$3 profile=$4 crf=$5 cover_at=$6 fast=(-movflags +faststart) scale=lanczos
  if [[ $name == meadow ]]; then scale=neighbor; fi
  if [[ $name == petals ]]; then fast=(); fi # the one with its index at the end, as some encoders write it
  local rate=(); if [[ $name == meadow ]]; then rate=(-r 30); fi
  ff -f lavfi -i "$(source_of "$name")" -t "$seconds" "${rate[@]}" -c:v libx264 -preset ultrafast -qp 0 -pix_fmt yuv444p "$work/$name.mkv"
  ff -f lavfi -i "$(chord "$seconds" "$7" "$8" "$9")" -c:a aac -b:a 32k "${plain[@]}" "$work/$name.m4a"
  local both=(-i "$work/$name.mkv" -i "$work/$name.m4a" -map 0:v -map 1:a -c:a copy -t "$seconds")
  ff "${both[@]}" -vf "scale=${size/x/:}:flags=$scale,format=yuv420p" -c:v libx264 -preset slow -profile:v "$profile" \
    -crf "$crf" -g 60 "${plain[@]}" "${fast[@]}" "$out/$name.mp4"
  ff -ss "$cover_at" -i "$out/$name.mp4" -frames:v 1 -q:v 7 "${plain[@]}" "$out/$name.jpg"
  row "$name" "$name.mp4" video "$name.jpg"
}

# variant NAME SECONDS SIZE CODEC CRF SUFFIX [audio]: another encode of a clip that was drawn before.
variant() {
  local name=$1 seconds=$2 size=$3 codec=$4 crf=$5 file="$1-$6.mp4" sound=() encode=()
  if [[ ${7:-} == audio ]]; then sound=(-i "$work/$name.m4a" -map 0:v -map 1:a -c:a copy); fi
  encode=(-c:v libx264 -preset slow -profile:v high)
  if [[ $codec == hevc ]]; then encode=(-c:v libx265 -preset medium -tag:v hvc1 -x265-params log-level=none:info=0); fi
  ff -i "$work/$name.mkv" "${sound[@]}" -t "$seconds" -vf "scale=${size/x/:}:flags=lanczos,format=yuv420p" "${encode[@]}" \
    -crf "$crf" -g 60 "${plain[@]}" -movflags +faststart "$out/$file"
  row "$name" "$file" video "$name.jpg"
}

# photo NAME SIZE AT FILE PIXELS [OPTIONS]: one moment of a scene, drawn at the photo's own size.
photo() {
  local big
  big="$(source_of "$1" | sed -E "s/s=[0-9]+x[0-9]+:/s=$2:/; s/\bT\b/(T+$3)/g")"
  ff -f lavfi -i "$big" -frames:v 1 -pix_fmt "$5" "${@:6}" "${plain[@]}" "$out/$4"
  row "${4%.*}" "$4" photo
}

#    name     s   size      profile crf cover chord
clip tide     6   576x1024  high    27  2    220.00 277.18 329.63
clip aurora   5   576x1024  high    31  1.5  196.00 246.94 293.66
clip lanterns 8   576x1024  main    30  3    261.63 329.63 392.00
clip ripples  4   576x1024  high    31  1    174.61 220.00 261.63
clip meadow   5   576x1024  high    34  3    293.66 369.99 440.00
clip petals   6   576x1024  high    31  2    246.94 311.13 369.99
clip lava     7   480x854   main    27  2    146.83 184.99 220.00
clip drift    5   576x576   high    29  2    207.65 261.63 311.13
clip dunes    6   1024x576  high    27  2    233.08 293.66 349.23

variant tide   6 720x1280  h264 27 720 audio
variant tide   6 1080x1920 hevc 32 1080-hevc audio
variant tide   6 576x1024  hevc 30 hevc audio
variant aurora 5 720x1280  h264 34 720 audio
variant aurora 5 1080x1920 hevc 36 1080-hevc audio
variant aurora 5 576x1024  hevc 34 hevc audio
variant ripples 4 576x1024 hevc 32 hevc-silent

photo tide   1080x1440 3   shore.jpg   yuvj420p -q:v 6
photo dunes  1080x1440 2   desert.jpg  yuvj420p -q:v 6
photo petals 1440x1920 4   bloom.jpg   yuvj420p -q:v 8
photo aurora 1080x1440 3.5 night.jpg   yuvj420p -q:v 7
photo petals 1080x1440 1.5 petals.webp yuv420p -c:v libwebp -quality 60

ff -f lavfi -i "$(chord 10 220.00 261.63 329.63)" -c:a aac -b:a 32k "${plain[@]}" -movflags +faststart "$out/evening.m4a"
row evening evening.m4a sound
ff -f lavfi -i "$(chord 10 196.00 246.94 293.66)" -c:a libmp3lame -b:a 32k -ac 1 "${plain[@]}" -id3v2_version 3 "$out/morning.mp3"
row morning morning.mp3 sound

for avatar in tide:fern petals:rosa lanterns:milo; do
  ff -i "$out/${avatar%:*}.jpg" -vf "crop=ih*0.4:ih*0.4,scale=240:240" -q:v 5 "${plain[@]}" "$out/avatar-${avatar#*:}.jpg"
  row "avatar-${avatar#*:}" "avatar-${avatar#*:}.jpg" avatar
done

{
  echo "["
  (IFS=$'\n'; echo "${rows[*]}") | sed '$!s/$/,/'
  echo "]"
} > "$out/clips.json"
