// SPDX-License-Identifier: Apache-2.0
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Dixit.Web.Api;

/// <summary>Sends an export as a file, as it is made: it may be larger than memory.</summary>
internal sealed class ExportResult(ExportForm form, Action<Stream> write) : IResult
{
    private const int BufferBytes = 64 * 1024;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = form.ContentType;
        response.Headers.ContentDisposition = $"attachment; filename=\"dixit{form.Ending}\"";
        httpContext.Features.GetRequiredFeature<IHttpBodyControlFeature>().AllowSynchronousIO = true;
        // The writers of exports are synchronous; a thread of the pool waits where the caller is slow.
        await Task.Run(() =>
        {
            var output = new BufferedStream(new Abortable(response.Body, httpContext.RequestAborted), BufferBytes);
            write(output);
            output.Flush();
        });
    }

    /// <summary>Ends the export when nobody waits for it any more.</summary>
    private sealed class Abortable(Stream inner, CancellationToken aborted) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Flush() => inner.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count)
        {
            aborted.ThrowIfCancellationRequested();
            inner.Write(buffer, offset, count);
        }
    }
}
