// SPDX-License-Identifier: Apache-2.0

namespace Dixit.Reading.Writing;

/// <summary>The field names of the output contract as they are written, each with its quote marks and colon.</summary>
internal static class ExtractionFields
{
    public static ReadOnlySpan<byte> Id => "\"id\":"u8;
    public static ReadOnlySpan<byte> Uri => "\"uri\":"u8;
    public static ReadOnlySpan<byte> Language => "\"language\":"u8;
    public static ReadOnlySpan<byte> Title => "\"title\":"u8;
    public static ReadOnlySpan<byte> Outlet => "\"outlet\":"u8;
    public static ReadOnlySpan<byte> Published => "\"published\":"u8;
    public static ReadOnlySpan<byte> Modified => "\"modified\":"u8;
    public static ReadOnlySpan<byte> PublishedAt => "\"publishedAt\":"u8;
    public static ReadOnlySpan<byte> ModifiedAt => "\"modifiedAt\":"u8;
    public static ReadOnlySpan<byte> Blocks => "\"blocks\":"u8;
    public static ReadOnlySpan<byte> Words => "\"words\":"u8;
    public static ReadOnlySpan<byte> At => "\"at\":"u8;
    public static ReadOnlySpan<byte> Authors => "\"authors\":"u8;
    public static ReadOnlySpan<byte> Notes => "\"notes\":"u8;
    public static ReadOnlySpan<byte> Text => "\"text\":"u8;
    public static ReadOnlySpan<byte> Furniture => "\"furniture\":"u8;
    public static ReadOnlySpan<byte> Attributions => "\"attributions\":"u8;
    public static ReadOnlySpan<byte> Start => "\"start\":"u8;
    public static ReadOnlySpan<byte> End => "\"end\":"u8;
    public static ReadOnlySpan<byte> Kind => "\"kind\":"u8;
    public static ReadOnlySpan<byte> Parent => "\"parent\":"u8;
    public static ReadOnlySpan<byte> Type => "\"type\":"u8;
    public static ReadOnlySpan<byte> Content => "\"content\":"u8;
    public static ReadOnlySpan<byte> Cue => "\"cue\":"u8;
    public static ReadOnlySpan<byte> Source => "\"source\":"u8;
    public static ReadOnlySpan<byte> Speaker => "\"speaker\":"u8;
    public static ReadOnlySpan<byte> Name => "\"name\":"u8;
    public static ReadOnlySpan<byte> Role => "\"role\":"u8;
    public static ReadOnlySpan<byte> Gender => "\"gender\":"u8;
    public static ReadOnlySpan<byte> Aliases => "\"aliases\":"u8;
    public static ReadOnlySpan<byte> Via => "\"via\":"u8;
    public static ReadOnlySpan<byte> Addressee => "\"addressee\":"u8;
    public static ReadOnlySpan<byte> Occasion => "\"occasion\":"u8;
    public static ReadOnlySpan<byte> Place => "\"place\":"u8;
    public static ReadOnlySpan<byte> Said => "\"said\":"u8;
    public static ReadOnlySpan<byte> From => "\"from\":"u8;
    public static ReadOnlySpan<byte> To => "\"to\":"u8;
    public static ReadOnlySpan<byte> Act => "\"act\":"u8;
    public static ReadOnlySpan<byte> Confidence => "\"confidence\":"u8;
    public static ReadOnlySpan<byte> Statement => "\"statement\":"u8;
    public static ReadOnlySpan<byte> Quality => "\"quality\":"u8;
    public static ReadOnlySpan<byte> ReadFrom => "\"readFrom\":"u8;
    public static ReadOnlySpan<byte> CopyOf => "\"copyOf\":"u8;
    public static ReadOnlySpan<byte> Copies => "\"copies\":"u8;
    public static ReadOnlySpan<byte> Document => "\"document\":"u8;
    public static ReadOnlySpan<byte> Share => "\"share\":"u8;
    public static ReadOnlySpan<byte> Rule => "\"rule\":"u8;
}
