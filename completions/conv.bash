# conv.bash - completes the command line of conv in bash.
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the conv authors
_conv()
{
    local word=$2 option=$3 values=
    if [[ $word == = ]]; then # --mode=
        word=
    elif [[ $option == = ]]; then # --mode=f
        option=${COMP_WORDS[COMP_CWORD-2]}
    elif [[ $option == --header ]]; then # its value, if any, stands behind an equals sign
        option=
    fi
    if [[ " ${COMP_WORDS[*]:1:COMP_CWORD-1} " == *' -- '* ]]; then # operands follow
        COMPREPLY=()
        return
    fi
    case $option in
    -g|--generate)
        values='box: triangle: bartlett: binomial: gauss: hann: hamming: blackman: tukey: kaiser:
                savgol: deriv: exp: lowpass: highpass: bandpass: bandstop: notch: delta echo:'
        ;;
    --normalize)
        values='none sum l1 l2 peak gain xcorr coeff biased unbiased'
        ;;
    -m|--mode)
        values='full same valid'
        ;;
    --same)
        values='signal longest'
        ;;
    --align)
        values='none peak onset'
        ;;
    -b|--boundary)
        values='zero constant: edge symmetric mirror wrap odd renorm fit'
        ;;
    --rate-mismatch)
        values='error resample ignore'
        ;;
    --nan)
        values='propagate omit keep error fill:'
        ;;
    -M|--method)
        values='auto direct fft separable exact'
        ;;
    --signal-type|--kernel-type)
        values='auto raw'
        ;;
    --signal-encoding|--kernel-encoding)
        values='f32 f64 s8 s16 s24 s32 u8 s16be s24be s32be f32be f64be cf32 cf64 cs16 cs8 cu8
                cf32be cf64be cs16be'
        ;;
    -t|--type)
        values='text csv tsv wav rf64 w64 au aiff caf flac ogg opus mp3 raw npy pnm pgm ppm pam pfm'
        ;;
    --encoding)
        values='s8 s16 s24 s32 f32 f64 vorbis opus mp3 u8 s16be s24be s32be f32be
                f64be u16 cf32 cf64 cs16 cs8 cu8 cf32be cf64be cs16be'
        ;;
    --clip)
        values='warn error quiet'
        ;;
    --header)
        values='auto yes no'
        ;;
    esac
    # Other values, and operands, are left to bash: they are files or free.
    if [[ -z $values && $word == -* ]]; then
        values='--kernel= --taps= --generate= --map= --normalize= --overlap= --correlate
                --trim= --kernel-length= --print-kernel --dims= --axes= --mode= --same= --origin=
                --align= --tail= --lags --step= --boundary= --nan= --method= --threads=
                --line-buffered --delimiter= --header --rate= --rate-mismatch= --signal-type=
                --signal-encoding= --channels= --complex --kernel-type= --kernel-encoding=
                --kernel-channels= --kernel-rate= --output= --type= --encoding= --format=
                --output-rate= --gain= --offset= --clip= --verbose --explain --quiet --help
                --version'
    fi
    # shellcheck disable=SC2207 # no candidate has a blank in it
    COMPREPLY=($(compgen -W "$values" -- "$word"))
    if [[ ${COMPREPLY[*]} == *[=:] ]]; then # more follows
        compopt -o nospace 2> /dev/null
    fi
}
complete -o bashdefault -o default -F _conv conv convolve
